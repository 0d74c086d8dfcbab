// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A walk from each program over what it names: a function is called, or passed to a helper that calls it.
#include "passes/analysis/CallingPrograms.h"
#include "passes/Check.h"
#include "passes/analysis/ProgramTypeOf.h"
#include "passes/analysis/Reach.h"
#include "passes/target/Target.h"
#include "llvm/IR/Function.h"
#include "llvm/IR/InstIterator.h"
#include "llvm/IR/Module.h"

using namespace llvm;

namespace bpf {

CallingPrograms::CallingPrograms(const Module &M, const Target &T) : T(T) {
  for (const Function &F : M)
    if (isProgram(F))
      visit(F, F);
}

void CallingPrograms::visit(const Function &F, const Function &Program) {
  if (!Callers[&F].insert(&Program))
    return;
  for (const Instruction &I : instructions(F))
    for (const Use &Operand : I.operands()) {
      const auto *Callee = dyn_cast<Function>(Operand->stripPointerCasts());
      if (Callee && !Callee->isDeclaration())
        visit(*Callee, Program);
    }
}

/// Null if the type depends on something that is not in the object: another name of the section than the loader
/// knows, or what a freplace or struct_ops program belongs to.
const ProgramSection *CallingPrograms::sectionOf(const Function &Program) const {
  const ProgramSection *Section = loadedSectionOf(Program, T);
  if (!Section)
    return nullptr;
  ProgramTypeId Type = Section->type().Id;
  return Type == ProgramTypeId::Ext || Type == ProgramTypeId::StructOps ? nullptr : Section;
}

/// Without a named kernel the object is for the releases from the first that accepts the use: to need a new one is no
/// mistake, unless it is newer than the running one.
static Answer judge(const Target &T, Releases Accepting, const ProgramSection &Section) {
  KernelVersion Needed = Accepting.isEmpty() ? KernelVersion() : std::min(Accepting.Since, T.kernel());
  return T.judge(Accepting, std::max(Section.Kernel, Needed));
}

static Severity severityOf(const Target &T, const Answer &Why, const Function &Program) {
  if (!Why.isError())
    return Severity::Fragile;
  bool DependsOnRelease = !Why.accepting().isEmpty();
  bool IsForLater = !T.kernelIsNamed() && T.kernel() < Why.accepting().Since;
  bool IsOptional = Program.getSection().starts_with("?");
  return DependsOnRelease && (IsForLater || IsOptional) ? Severity::Fragile : Severity::Rejected;
}

std::optional<RejectedUse> CallingPrograms::rejects(const Function &F,
                                                    function_ref<Releases(const ProgramSection &)> Rule) const {
  auto Known = Callers.find(&F);
  if (Known == Callers.end())
    return std::nullopt;
  std::optional<RejectedUse> Mildest;
  for (const Function *Program : Known->second) {
    const ProgramSection *Section = sectionOf(*Program);
    if (!Section)
      return std::nullopt;
    Answer Why = judge(T, Rule(*Section), *Section);
    if (!Why.isRejected())
      return std::nullopt;
    Severity Sev = severityOf(T, Why, *Program);
    if (!Mildest || Sev == Severity::Fragile)
      Mildest.emplace(RejectedUse{Why, *Section, *Program, Sev});
  }
  return Mildest;
}

} // namespace bpf
