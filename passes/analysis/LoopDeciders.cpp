// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A loop is open if each of its exits is, and all exits are known.
#include "passes/analysis/LoopDeciders.h"
#include "passes/analysis/OpenCondition.h"
#include "passes/analysis/UnseenEnd.h"
#include "llvm/Analysis/LoopInfo.h"
#include "llvm/IR/InlineAsm.h"
#include "llvm/IR/Instructions.h"
#include "llvm/IR/IntrinsicInst.h"

using namespace llvm;

namespace bpf {

/// Exits that the IR does not show: jumps of assembly (may_goto), and calls that end the program or count for the
/// kernel.
static bool leavesUnseen(const Loop &L) {
  for (const BasicBlock *Block : L.blocks())
    for (const Instruction &I : *Block) {
      const auto *Call = dyn_cast<CallBase>(&I);
      if (!Call || isa<IntrinsicInst>(Call))
        continue;
      const auto *Assembly = dyn_cast<InlineAsm>(Call->getCalledOperand());
      if (isa<CallBrInst>(Call) || (Assembly && !Call->getType()->isVoidTy()) || mayEndUnseen(*Call))
        return true;
    }
  return false;
}

static const Value *conditionOf(const BasicBlock &Block) {
  if (const auto *Branch = dyn_cast<BranchInst>(Block.getTerminator()))
    return Branch->isConditional() ? Branch->getCondition() : nullptr;
  const auto *Switch = dyn_cast<SwitchInst>(Block.getTerminator());
  return Switch ? Switch->getCondition() : nullptr;
}

SmallVector<const Value *, 4> loopDeciders(const Loop &L, ScalarEvolution &Evolution) {
  SmallVector<BasicBlock *, 4> Exiting;
  L.getExitingBlocks(Exiting);
  if (Exiting.empty() || leavesUnseen(L))
    return {};
  SmallVector<const Value *, 4> Deciders;
  for (const BasicBlock *Block : Exiting) {
    const Value *Condition = conditionOf(*Block);
    const Value *Data = Condition ? openData(*Condition, L, Evolution) : nullptr;
    if (!Data)
      return {};
    Deciders.push_back(Data);
  }
  return Deciders;
}

} // namespace bpf
