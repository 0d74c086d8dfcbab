// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The user's choice is an attribute of the function.
#include "passes/analysis/ProgramTypeOf.h"
#include "passes/analysis/Reach.h"
#include "passes/analysis/UnderlyingType.h"
#include "passes/target/Target.h"
#include "llvm/IR/DebugInfoMetadata.h"
#include "llvm/IR/Function.h"

using namespace llvm;

namespace bpf {

static constexpr StringLiteral TypeAttribute = "bpf-program-type";

/// The struct that the program is called with in the source; empty if it is unknown.
static StringRef contextOf(const Function &F) {
  const DISubprogram *Subprogram = F.getSubprogram();
  const DISubroutineType *Type = Subprogram ? Subprogram->getType() : nullptr;
  if (!Type || Type->getTypeArray().size() < 2)
    return "";
  const DIType *Context = pointeeOf(Type->getTypeArray()[1]);
  return Context ? Context->getName() : "";
}

const ProgramSection *programSectionOf(const Function &F) {
  if (!isProgram(F))
    return nullptr;
  if (F.hasFnAttribute(TypeAttribute))
    return programSectionOf(F.getFnAttribute(TypeAttribute).getValueAsString());
  return programSectionOf(sectionMeant(F.getSection(), contextOf(F)));
}

const ProgramSection *loadedSectionOf(const Function &F, const Target &T) {
  return T.readsSections() && T.knowsSection(F.getSection()) ? programSectionOf(F) : nullptr;
}

const ProgramType *programTypeOf(const Function &F) {
  const ProgramSection *Section = programSectionOf(F);
  return Section ? &Section->type() : nullptr;
}

void setProgramType(Function &F, const ProgramSection &Type) { F.addFnAttr(TypeAttribute, Type.name()); }

} // namespace bpf
