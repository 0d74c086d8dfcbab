// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Debug records name an alloca as the address of a variable.
#include "passes/analysis/StackVariables.h"
#include "passes/analysis/Location.h"
#include "llvm/Analysis/ValueTracking.h"
#include "llvm/IR/DebugInfoMetadata.h"
#include "llvm/IR/DebugProgramInstruction.h"
#include "llvm/IR/InstIterator.h"
#include "llvm/IR/Instructions.h"

using namespace llvm;

namespace bpf {

StackVariables stackVariables(const Function &F) {
  StackVariables Result;
  auto Name = [&](const Value *Address, const DILocalVariable *Variable) {
    if (const auto *Slot = dyn_cast_or_null<AllocaInst>(Address ? getUnderlyingObject(Address) : nullptr))
      Result.try_emplace(Slot, Variable);
  };
  for (const Instruction &I : instructions(F))
    for (const DbgVariableRecord &Record : filterDbgVars(I.getDbgRecordRange())) {
      if (Record.isDbgAssign())
        Name(Record.getAddress(), Record.getVariable());
      else if (Record.isDbgDeclare() || Record.getExpression()->startsWithDeref())
        Name(Record.getVariableLocationOp(0), Record.getVariable());
    }
  return Result;
}

Place declarationOf(const DILocalVariable &Variable) {
  return {fileOf(*Variable.getScope()), Variable.getLine(), 0, Variable.getScope()->getSubprogram()->getName().str()};
}

} // namespace bpf
