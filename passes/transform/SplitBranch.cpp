// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The second test gets a block of its own behind the first.
#include "passes/transform/SplitBranch.h"
#include "llvm/IR/Instructions.h"
#include "llvm/IR/PatternMatch.h"

using namespace llvm;
using namespace llvm::PatternMatch;

namespace bpf {

/// A compare that nothing but the branch uses goes to it: it would need a register until there.
static void moveTest(Value *Test, const Value *Joined, BranchInst &Second) {
  auto *Compare = dyn_cast<ICmpInst>(Test);
  if (!Compare || Compare->getParent() == Second.getParent())
    return;
  if (all_of(Compare->users(), [&](const User *Each) { return Each == Joined || Each == &Second; }))
    Compare->moveBefore(Second.getIterator());
}

bool splitBranch(BranchInst &Branch) {
  Value *First = nullptr, *Second = nullptr;
  if (!Branch.isConditional() || Branch.getSuccessor(0) == Branch.getSuccessor(1) ||
      !Branch.getCondition()->hasOneUse())
    return false;
  Value *Joined = Branch.getCondition();
  bool IsAnd = match(Joined, m_LogicalAnd(m_Value(First), m_Value(Second)));
  if (!IsAnd && !match(Joined, m_LogicalOr(m_Value(First), m_Value(Second))))
    return false;
  BasicBlock *Block = Branch.getParent();
  // Where the first test alone decides, and where both do.
  unsigned Decided = IsAnd ? 1 : 0;
  BasicBlock *Early = Branch.getSuccessor(Decided), *Late = Branch.getSuccessor(1 - Decided);
  BasicBlock *Between = BasicBlock::Create(Block->getContext(), "", Block->getParent(), Block->getNextNode());
  BranchInst *Other = BranchInst::Create(Branch.getSuccessor(0), Branch.getSuccessor(1), Second, Between);
  Other->setDebugLoc(Branch.getDebugLoc());
  Branch.setCondition(First);
  Branch.setSuccessor(1 - Decided, Between);
  Late->replacePhiUsesWith(Block, Between);
  for (PHINode &Phi : Early->phis())
    Phi.addIncoming(Phi.getIncomingValueForBlock(Block), Between);
  moveTest(Second, Joined, *Other);
  if (auto *I = dyn_cast<Instruction>(Joined))
    I->eraseFromParent();
  return true;
}

} // namespace bpf
