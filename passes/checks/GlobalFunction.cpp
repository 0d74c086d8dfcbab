// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// From 5.6 on the kernel verifies a global function on its own, with what its BTF says of its arguments and its result:
// btf_prepare_func_args() in kernel/bpf/btf.c (-Wbpf-global-function). A pointer may be NULL there, and points to as
// many bytes as its type has. What a tag says (__arg_ctx, __arg_nonnull, ...) is another matter.
#include "passes/RunChecks.h"
#include "passes/analysis/Location.h"
#include "passes/analysis/ParameterTypes.h"
#include "passes/analysis/Reach.h"
#include "passes/analysis/UnderlyingType.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/BinaryFormat/Dwarf.h"
#include "llvm/IR/DebugInfoMetadata.h"
#include "llvm/IR/InstIterator.h"
#include "llvm/IR/Instructions.h"
#include "llvm/IR/Module.h"
#include "llvm/Support/FormatVariadic.h"

using namespace llvm;

namespace bpf {

namespace {

/// What is wrong with a type, and the releases that accept it.
struct Fault {
  std::string Message;
  Releases Accepting;
};

} // namespace

static bool isGlobal(const Function &F) { return !F.isDeclaration() && !isProgram(F) && !isVerifiedAtCalls(F); }

/// The names of structs that the kernel passes to programs: pointers to these are contexts, or objects of the kernel.
static bool mayBeContext(const DIType &Pointee) {
  static constexpr StringLiteral Others[] = {"pt_regs", "user_pt_regs", "user_regs_struct"};
  StringRef Name = Pointee.getName();
  return Name.empty() || Name.starts_with("bpf_") || Name.starts_with("sk_") || Name == "__sk_buff" ||
         Name == "xdp_md" || is_contained(Others, Name);
}

static bool isPointer(const DIType *Type) { return Type && Type->getTag() == dwarf::DW_TAG_pointer_type; }

static bool isStruct(const DIType *Type) {
  return Type && (Type->getTag() == dwarf::DW_TAG_structure_type || Type->getTag() == dwarf::DW_TAG_union_type);
}

static Releases from(Feature F) { return {Target::since(F), Releases::Never}; }

static std::optional<Fault> faultOfResult(const Function &F) {
  if (!F.getSubprogram() || !F.getSubprogram()->getType())
    return std::nullopt;
  if (F.getReturnType()->isVoidTy() && !returnType(F))
    return Fault{formatv("global function '{0}' returns nothing", F.getName()), from(Feature::GlobalFunctionVoid)};
  const DIType *Type = underlyingType(returnType(F));
  if (!isPointer(Type) && !isStruct(Type))
    return std::nullopt;
  return Fault{formatv("global function '{0}' returns a {1}", F.getName(), isPointer(Type) ? "pointer" : "struct"),
               Releases::none()};
}

static std::optional<Fault> faultOf(const Function &F, const ParameterType &Each) {
  if (Each.IsTagged)
    return std::nullopt;
  const DIType *Type = underlyingType(Each.Type);
  if (isStruct(Type))
    return Fault{
        formatv("parameter '{0}' of global function '{1}' is a struct, passed by value", Each.Name, F.getName()),
        Releases::none()};
  if (!isPointer(Type))
    return std::nullopt;
  const DIType *Pointee = pointeeOf(Each.Type);
  if (!Pointee)
    return Fault{formatv("parameter '{0}' of global function '{1}' is a pointer to void, whose size is not known",
                         Each.Name, F.getName()),
                 Releases::none()};
  if (mayBeContext(*Pointee))
    return std::nullopt;
  return Fault{formatv("parameter '{0}' of global function '{1}' is a pointer", Each.Name, F.getName()),
               from(Feature::GlobalFunctionPointers)};
}

static Finding found(const Function &F, Place Where, const Answer &Why, StringRef Message) {
  std::string Kernels =
      Why.accepting().isEmpty() ? "; the kernel rejects it" : formatv("; kernels {0} reject it", Why.rejecting()).str();
  Finding Result{Check::GlobalFunction, Severity::Rejected, std::move(Where), Message.str() + Kernels, {}, {}};
  Result.Notes.push_back({formatv("make '{0}' static, so that it is verified at each call", F.getName()), {}});
  return Result;
}

/// The first access through a pointer that nothing tests, which every release rejects; null where there is none.
static const Instruction *untestedAccess(const Value &Pointer, const Reach &Looked) {
  const Instruction *First = nullptr;
  for (const Use &Each : Pointer.uses()) {
    const auto *I = dyn_cast<Instruction>(Each.getUser());
    const Instruction *Access = nullptr;
    if (I && getLoadStorePointerOperand(I) == &Pointer && (isa<LoadInst>(I) || Each.getOperandNo() == 1))
      Access = I;
    else if (const auto *Address = dyn_cast_or_null<GetElementPtrInst>(I); Address && Address->hasAllConstantIndices())
      Access = untestedAccess(*Address, Looked);
    if (!Access)
      return nullptr;
    if (Looked.of(*Access) == Reached::Surely)
      First = Access;
  }
  return First;
}

static void checkAccesses(const Function &F, ArrayRef<ParameterType> Parameters, const Reach &Looked, Report R) {
  for (const auto &[Each, Argument] : zip(Parameters, F.args())) {
    const DIType *Pointee = pointeeOf(Each.Type);
    if (Each.IsTagged || !Pointee || !Pointee->getSizeInBits() || mayBeContext(*Pointee) ||
        !Argument.getType()->isPointerTy())
      continue;
    const Instruction *Access = untestedAccess(Argument, Looked);
    if (!Access)
      continue;
    Finding Result =
        findingAt(*Access, Check::GlobalFunction, Severity::Rejected,
                  formatv("'{0}' may be NULL: global function '{1}' is verified on its own, whatever its callers pass",
                          Each.Name, F.getName()));
    Result.Notes.push_back({formatv("return first if {0} is NULL, or make '{1}' static", Each.Name, F.getName()), {}});
    R(std::move(Result));
  }
}

static void checkTypes(const Function &F, ArrayRef<ParameterType> Parameters, const Target &T, Report R) {
  SmallVector<std::optional<Fault>, 6> Faults{faultOfResult(F)};
  for (const ParameterType &Each : Parameters)
    Faults.push_back(faultOf(F, Each));
  for (const std::optional<Fault> &Each : Faults) {
    if (!Each)
      continue;
    if (Answer Why = T.judge(Each->Accepting); Why.isError())
      return R(found(F, placeOf(F), Why, Each->Message));
  }
}

void checkGlobalFunction(const Module &M, const Target &T, Report R) {
  // Of a kernel before 5.6 none is global. A source without a program may be linked as another one needs it.
  if (!T.has(Feature::FunctionCalls) || !T.has(Feature::TypeFunctionLinkage) || none_of(M, isProgram))
    return;
  std::optional<Reach> Looked;
  for (const Function &F : M) {
    if (!isGlobal(F))
      continue;
    if (!Looked)
      Looked.emplace(M);
    if (Looked->of(F) != Reached::Surely)
      continue;
    std::vector<ParameterType> Parameters = parameterTypes(F);
    checkTypes(F, Parameters, T, R);
    if (Parameters.size() == F.arg_size() && T.has(Feature::GlobalFunctionPointers))
      checkAccesses(F, Parameters, *Looked, R);
  }
}

} // namespace bpf
