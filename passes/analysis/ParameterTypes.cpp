// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Types are those of the DISubprogram; names and tags those of the variables.
#include "passes/analysis/ParameterTypes.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/IR/DebugInfoMetadata.h"
#include "llvm/IR/Function.h"

using namespace llvm;

namespace bpf {

static const DISubroutineType *typeOf(const Function &F) {
  const DISubprogram *Described = F.getSubprogram();
  return Described ? Described->getType() : nullptr;
}

static bool hasTag(const DILocalVariable &Parameter) {
  return Parameter.getAnnotations() && Parameter.getAnnotations()->getNumOperands();
}

std::vector<ParameterType> parameterTypes(const Function &F) {
  const DISubroutineType *Type = typeOf(F);
  if (!Type || !Type->getTypeArray().size())
    return {};
  DITypeRefArray Types = Type->getTypeArray();
  std::vector<ParameterType> Result(Types.size() - 1, ParameterType{});
  for (const DINode *Each : F.getSubprogram()->getRetainedNodes()) {
    const auto *Parameter = dyn_cast<DILocalVariable>(Each);
    unsigned Place = Parameter ? Parameter->getArg() : 0;
    if (Place && Place <= Result.size())
      Result[Place - 1] = {Parameter->getName(), Types[Place], hasTag(*Parameter)};
  }
  bool IsComplete = all_of(Result, [](const ParameterType &Each) { return Each.Type; });
  return IsComplete ? Result : std::vector<ParameterType>();
}

const DIType *returnType(const Function &F) {
  const DISubroutineType *Type = typeOf(F);
  return Type && Type->getTypeArray().size() ? Type->getTypeArray()[0] : nullptr;
}

} // namespace bpf
