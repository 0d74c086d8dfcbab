// What the user said stays with the function, as an attribute.
#include "passes/ir/ProgramTypeOf.h"
#include "passes/ir/Reach.h"
#include "llvm/IR/Function.h"

using namespace llvm;

namespace bpf {

static constexpr StringLiteral Said = "bpf-program-type";

const ProgramType *programTypeOf(const Function &F) {
  if (!isProgram(F))
    return nullptr;
  return programTypeOf(F.hasFnAttribute(Said) ? F.getFnAttribute(Said).getValueAsString() : F.getSection());
}

void setProgramType(Function &F, const ProgramType &Type) { F.addFnAttr(Said, Type.Section); }

} // namespace bpf
