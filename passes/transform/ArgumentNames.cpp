// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// At -O0 each argument has a variable on the stack, and a record that says which.
#include "passes/transform/ArgumentNames.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/IR/DebugInfoMetadata.h"
#include "llvm/IR/DebugProgramInstruction.h"
#include "llvm/IR/InstIterator.h"
#include "llvm/IR/Module.h"

using namespace llvm;

namespace bpf {

/// The arguments of the function itself, not of those that were inlined into it, in their order.
static SmallVector<Metadata *> argumentsOf(Function &F) {
  SmallVector<DILocalVariable *> Arguments;
  for (Instruction &I : instructions(F))
    for (DbgVariableRecord &Record : filterDbgVars(I.getDbgRecordRange())) {
      DILocalVariable *Variable = Record.getVariable();
      if (Variable->isParameter() && !Record.getDebugLoc().getInlinedAt() && !is_contained(Arguments, Variable))
        Arguments.push_back(Variable);
    }
  sort(Arguments, [](const auto *A, const auto *B) { return A->getArg() < B->getArg(); });
  return SmallVector<Metadata *>(Arguments.begin(), Arguments.end());
}

void nameArguments(Module &M) {
  for (Function &F : M) {
    DISubprogram *Subprogram = F.getSubprogram();
    if (Subprogram && F.arg_size() && Subprogram->getRetainedNodes().empty())
      Subprogram->replaceRetainedNodes(MDNode::get(M.getContext(), argumentsOf(F)));
  }
}

} // namespace bpf
