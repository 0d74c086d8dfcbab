// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// What a program is called with is no memory but a view: which members it may read or write, and how many bytes at
// once, is decided by the *_is_valid_access() function of its type (-Wbpf-context-access); see ContextMembers.def.
// The optimizer has the last word on how many bytes an access has, so that the check comes after it.
#include "passes/RunChecks.h"
#include "passes/analysis/CallingPrograms.h"
#include "passes/analysis/ContextParameter.h"
#include "passes/analysis/Location.h"
#include "passes/analysis/OpenData.h"
#include "passes/analysis/ProgramTypeOf.h"
#include "passes/analysis/Reach.h"
#include "passes/analysis/UnderlyingType.h"
#include "passes/target/ContextMember.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/IR/DebugInfoMetadata.h"
#include "llvm/IR/InstIterator.h"
#include "llvm/IR/Instructions.h"
#include "llvm/IR/Module.h"
#include "llvm/IR/Operator.h"
#include "llvm/Support/FormatVariadic.h"

using namespace llvm;

namespace bpf {

namespace {

/// Which bytes of the context an instruction reads or writes.
struct Access {
  uint64_t At;
  uint64_t Bytes;
  MemberAccess Kind;
  bool IsRelocated; ///< by CO-RE: the offset is that of the source's types
};

} // namespace

static std::optional<Access> accessOf(const Instruction &I) {
  std::optional<AddressBehind> Address = contextAccess(I);
  if (!Address)
    return std::nullopt;
  uint64_t Bytes = I.getModule()->getDataLayout().getTypeStoreSize(getLoadStoreType(&I));
  MemberAccess Kind = isa<LoadInst>(I) ? MemberAccess::Read : MemberAccess::Write;
  return Access{Address->Bytes, Bytes, Kind, Address->IsRelocated};
}

/// True if code generation may access fewer bytes at once than the instruction: it reads no more than what is
/// used, and accesses what is not aligned in parts.
static bool mayBeNarrowed(const Instruction &I, const Access &Given) {
  if (getLoadStoreAlignment(&I).value() < Given.Bytes)
    return true;
  return isa<LoadInst>(I) && any_of(I.users(), [](const User *Each) {
           const auto *Made = dyn_cast<Instruction>(Each);
           return Made && (isa<TruncInst>(Made) || Made->isBitwiseLogicOp() || Made->isShift());
         });
}

/// True where the source's own type of the parameter has that member in that place: it may be a part of the structure,
/// which CO-RE finds the real place of.
static bool hasMember(const Function &F, const ContextMember &Member) {
  const DISubprogram *Subprogram = F.getSubprogram();
  const DISubroutineType *Type = Subprogram ? Subprogram->getType() : nullptr;
  if (!Type || Type->getTypeArray().size() < 2)
    return false;
  const auto *Struct = dyn_cast_or_null<DICompositeType>(pointeeOf(Type->getTypeArray()[1]));
  return Struct && any_of(Struct->getElements(), [&](const DINode *Each) {
           const auto *Declared = dyn_cast<DIDerivedType>(Each);
           return Declared && Declared->getName() == Member.Name &&
                  Declared->getOffsetInBits() == uint64_t(Member.Offset) * 8;
         });
}

/// The cause of what is wrong with the members of a parameter of another struct.
static std::optional<Note> wrongParameter(const Function &F, StringRef Context, StringRef Section) {
  std::optional<ContextParameter> Given = otherContext(F, Context);
  if (!Given)
    return std::nullopt;
  return Note{formatv("its parameter is a struct {0} *, but SEC(\"{1}\") programs get a struct {2} *", Given->Struct,
                      Section, Context),
              std::move(Given->Declared)};
}

static StringRef verb(MemberAccess Kind) { return Kind == MemberAccess::Read ? "read" : "written"; }

static std::string messageFor(const Access &Given, const ContextMember &Member, const RejectedUse &Use,
                              bool AcceptsWidth) {
  StringRef Section = Use.Program.getSection();
  if (!AcceptsWidth)
    return formatv("'{0}' of struct {1} has {2} bytes, but {3} are {4} at byte {5} of it", Member.Name, Member.Context,
                   Member.Bytes * Member.Count, Given.Bytes, verb(Given.Kind), Given.At - Member.Offset);
  std::string Kernels = Use.Why.accepting().isEmpty() ? "" : formatv(" on kernels {0}", Use.Why.rejecting()).str();
  return formatv("'{0}' of struct {1} cannot be {2} by programs in section '{3}'{4}", Member.Name, Member.Context,
                 verb(Given.Kind), Section, Kernels);
}

/// True if other programs of the type may, because of what they attach to: the loading program may set that itself.
static bool dependsOnAttachType(const ContextMember &Member, const RejectedUse &Use, MemberAccess Kind) {
  ProgramTypeSet Types = Kind == MemberAccess::Read ? Member.Readers : Member.Writers;
  return Types.contains(Use.Section.type().Id) && accessors(Member, Use.Section, Kind).isEmpty();
}

static void checkMember(const Instruction &I, const Access &Given, const ContextMember &Member,
                        const CallingPrograms &Programs, const Target &T, Report R) {
  const Function &F = *I.getFunction();
  if (Given.IsRelocated && !hasMember(F, Member))
    return;
  bool AcceptsWidth = Member.acceptsWidth(Given.At, Given.Bytes, Given.Kind);
  auto Use = Programs.rejects(F, [&](const ProgramSection &Section) {
    Releases There = accessors(Member, Section, Given.Kind);
    bool IsTooWide = !AcceptsWidth && !There.isEmpty() && !mayBeNarrowed(I, Given);
    return IsTooWide ? Releases::none() : There;
  });
  if (!Use)
    return;
  bool IsAllowed = !accessors(Member, Use->Section, Given.Kind).isEmpty();
  Finding Found =
      findingAt(I, Check::ContextAccess, Use->Sev, messageFor(Given, Member, *Use, AcceptsWidth || !IsAllowed));
  if (Given.Kind == MemberAccess::Write && !accessors(Member, Use->Section, MemberAccess::Read).isEmpty() && !IsAllowed)
    Found.Notes.push_back({"it can be read", {}});
  if (std::optional<Note> Cause = wrongParameter(F, Member.Context, Use->Program.getSection()))
    Found.Notes.push_back(std::move(*Cause));
  if (T.loaderIsLibrary() && dependsOnAttachType(Member, *Use, Given.Kind)) {
    Found.Sev = Severity::Unset;
    Found.Notes.push_back({"programs of this type that attach elsewhere may", {}});
  }
  R(std::move(Found));
}

static void checkHole(const Instruction &I, const Access &Given, StringRef Context, const CallingPrograms &Programs,
                      Report R) {
  if (Given.IsRelocated || mayBeNarrowed(I, Given))
    return;
  auto Use = Programs.rejects(*I.getFunction(), [](const ProgramSection &) { return Releases::none(); });
  if (!Use)
    return;
  Finding Found =
      findingAt(I, Check::ContextAccess, Use->Sev,
                formatv("struct {0}, which programs in section '{1}' are called with, has no member at byte {2}",
                        Context, Use->Program.getSection(), Given.At));
  if (std::optional<Note> Cause = wrongParameter(*I.getFunction(), Context, Use->Program.getSection()))
    Found.Notes.push_back(std::move(*Cause));
  R(std::move(Found));
}

/// What a program adds to the address of its context, if the verifier knows it on no path: __check_ptr_off_reg().
static const Value *openOffset(const Instruction &I) {
  const Value *Address = accessedAddress(I);
  const Value *Added = nullptr;
  while (const auto *Step = dyn_cast_or_null<GEPOperator>(Address)) {
    for (const Use &Index : Step->indices())
      if (!isa<ConstantInt>(Index))
        Added = Index;
    Address = Step->getPointerOperand();
  }
  if (!Added || Address != I.getFunction()->getArg(0))
    return nullptr;
  return isOpenOnEachPath(Added) ? Added : nullptr;
}

static void checkOffset(const Instruction &I, StringRef Context, const CallingPrograms &Programs, Report R) {
  auto Use = Programs.rejects(*I.getFunction(), [](const ProgramSection &) { return Releases::none(); });
  if (Use)
    R(findingAt(I, Check::ContextAccess, Use->Sev,
                formatv("struct {0} is accessed at an offset that is computed; the kernel accepts only constant ones",
                        Context)));
}

void checkContextAccess(const Module &M, const Target &T, Report R) {
  Reach Looked(M);
  CallingPrograms Programs(M, T);
  for (const Function &F : M) {
    const ProgramType *Type = programTypeOf(F);
    if (!Type || F.arg_empty() || !isKnownContext(Type->Context))
      continue;
    for (const Instruction &I : instructions(F)) {
      std::optional<Access> Given = accessOf(I);
      if (!Given && openOffset(I) && Looked.of(I) == Reached::Surely)
        checkOffset(I, Type->Context, Programs, R);
      if (!Given || Looked.of(I) != Reached::Surely)
        continue;
      if (const ContextMember *Member = findContextMember(Type->Context, Given->At))
        checkMember(I, *Given, *Member, Programs, T, R);
      else
        checkHole(I, *Given, Type->Context, Programs, R);
    }
  }
}

} // namespace bpf
