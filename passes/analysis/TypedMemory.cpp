// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A global function is verified on its own (btf_prepare_func_args()), and a kfunc not at all: the kernel uses the type,
// or the size argument, and has the caller's memory be readable and writable (check_kfunc_args(), check_mem_reg()).
// That the callee only fills it in is written nowhere but in the names of arguments whose objects the kernel keeps
// account of.
#include "passes/analysis/TypedMemory.h"
#include "passes/analysis/Reach.h"
#include "passes/analysis/UnderlyingType.h"
#include "passes/target/Kfunc.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/BinaryFormat/Dwarf.h"
#include "llvm/IR/DebugInfoMetadata.h"
#include "llvm/IR/InstrTypes.h"

using namespace llvm;

namespace bpf {

/// The name of an argument, of a definition or of a declaration; empty where it has none.
static StringRef argumentName(const DISubprogram &Described, unsigned Argument) {
  for (const DINode *Each : Described.getRetainedNodes())
    if (const auto *Variable = dyn_cast<DILocalVariable>(Each); Variable && Variable->getArg() == Argument + 1)
      return Variable->getName();
  return "";
}

static const DIType *argumentType(const DISubprogram &Described, unsigned Argument) {
  DITypeRefArray Types = Described.getType()->getTypeArray();
  // The first is what is returned.
  return Argument + 1 < Types.size() ? Types[Argument + 1] : nullptr;
}

/// __btf_type_is_scalar_struct(): what is anything else has a meaning for the kernel.
static bool isOfNumbers(const DIType *Type, unsigned Depth = 0) {
  constexpr unsigned MostStructs = 4;
  Type = underlyingType(Type);
  if (isa_and_nonnull<DIBasicType>(Type))
    return true;
  const auto *Composite = dyn_cast_or_null<DICompositeType>(Type);
  if (!Composite || Depth == MostStructs)
    return false;
  if (Composite->getTag() == dwarf::DW_TAG_array_type)
    return isOfNumbers(Composite->getBaseType(), Depth);
  return Composite->getTag() == dwarf::DW_TAG_enumeration_type ||
         all_of(Composite->getElements(), [&](const DINode *Each) {
           const auto *Member = dyn_cast<DIDerivedType>(Each);
           return Member && isOfNumbers(Member->getBaseType(), Depth + 1);
         });
}

/// Flags that the kernel keeps account of have no type of their own, and who declares the function may leave out the
/// name.
static bool savesInterrupts(const Function &Callee, unsigned Argument) {
  const Kfunc *Row = findKfunc(Callee.getName());
  return Row && Row->argument(Argument).Kind == ArgumentKind::IrqFlag;
}

static bool isAccountedFor(const Function &Callee, const DISubprogram &Described, unsigned Argument, const DIType *Of) {
  StringRef Name = argumentName(Described, Argument);
  StringRef Type = Of ? Of->getName() : "";
  return Type == "bpf_dynptr" || Type.starts_with("bpf_iter_") || Name.ends_with("__uninit") ||
         Name.ends_with("__irq_flag") || Name.ends_with("__ign") || savesInterrupts(Callee, Argument);
}

/// True if the argument after it is a number, which may be its size in bytes: is_kfunc_arg_mem_size().
static bool isBeforeNumber(const DISubprogram &Described, unsigned Argument) {
  return isa_and_nonnull<DIBasicType>(underlyingType(argumentType(Described, Argument + 1)));
}

static std::optional<uint64_t> numberAfter(const CallBase &Call, unsigned Argument) {
  const auto *Number =
      Argument + 1 < Call.arg_size() ? dyn_cast<ConstantInt>(Call.getArgOperand(Argument + 1)) : nullptr;
  return Number ? std::optional(Number->getLimitedValue()) : std::nullopt;
}

static std::optional<TypedMemory> ofKfunc(const CallBase &Call, const DISubprogram &Described, unsigned Argument,
                                          std::optional<uint64_t> ByType) {
  if (!isBeforeNumber(Described, Argument))
    return ByType ? std::optional(TypedMemory{*ByType, true}) : std::nullopt;
  std::optional<uint64_t> Count = numberAfter(Call, Argument);
  if (!Count)
    return std::nullopt;
  StringRef Next = argumentName(Described, Argument + 1);
  if (Next.ends_with("__sz") || Next.ends_with("__szk"))
    return TypedMemory{*Count, true};
  // A declaration of the user's may call it otherwise than the kernel does: as many as it is in either case.
  return ByType ? std::optional(TypedMemory{std::min(*Count, *ByType), true}) : std::nullopt;
}

std::optional<TypedMemory> typedMemory(const CallBase &Call, unsigned Argument) {
  const Function *Callee = Call.getCalledFunction();
  if (!Callee || isVerifiedAtCalls(*Callee) || !Callee->getSubprogram())
    return std::nullopt;
  const DISubprogram &Described = *Callee->getSubprogram();
  bool IsKfunc = Callee->getSection() == ".ksyms";
  const DIType *Of = pointeeOf(argumentType(Described, Argument));
  if (isAccountedFor(*Callee, Described, Argument, Of))
    return std::nullopt;
  std::optional<uint64_t> ByType;
  if (Of && Of->getSizeInBits() && (!IsKfunc || isOfNumbers(Of)))
    ByType = Of->getSizeInBits() / 8;
  std::optional<TypedMemory> Result;
  if (IsKfunc)
    Result = ofKfunc(Call, Described, Argument, ByType);
  else if (ByType)
    // In another object it may be hidden.
    Result = {*ByType, !Callee->isDeclaration()};
  bool IsFlavour = Of && Of->getName().contains("___");
  // The kernel's own parameter may have the suffix if the declaration's has none.
  if (Result && (IsFlavour || (IsKfunc && argumentName(Described, Argument).empty())))
    Result->IsSure = false;
  return Result;
}

} // namespace bpf
