// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Code generation tests two branches on NULL as one bitwise or (SelectionDAGBuilder::shouldEmitAsBranches() in LLVM),
// unless they are in blocks of their own.
#include "passes/transform/Repairs.h"
#include "passes/transform/SplitBranch.h"
#include "llvm/IR/Instructions.h"
#include "llvm/IR/PatternMatch.h"

using namespace llvm;
using namespace llvm::PatternMatch;

namespace bpf {

static bool isNullTest(Value *Condition, CmpInst::Predicate Wanted) {
  CmpPredicate Predicate;
  Value *Pointer = nullptr;
  return match(Condition, m_ICmp(Predicate, m_Value(Pointer), m_Zero())) && Predicate == Wanted &&
         Pointer->getType()->isPointerTy();
}

/// True for !p && !q, and for p || q: what a bitwise or of both tells.
static bool joinsNullTests(Value *Condition) {
  Value *First = nullptr, *Second = nullptr;
  if (match(Condition, m_LogicalAnd(m_Value(First), m_Value(Second))))
    return isNullTest(First, ICmpInst::ICMP_EQ) && isNullTest(Second, ICmpInst::ICMP_EQ);
  if (match(Condition, m_LogicalOr(m_Value(First), m_Value(Second))))
    return isNullTest(First, ICmpInst::ICMP_NE) && isNullTest(Second, ICmpInst::ICMP_NE);
  return false;
}

void repairNullTests(Function &F, const Target &, Repairs &R) {
  SmallVector<BranchInst *> Found;
  for (BasicBlock &Block : F)
    if (auto *Branch = dyn_cast<BranchInst>(Block.getTerminator()); Branch && Branch->isConditional())
      if (Branch->getCondition()->hasOneUse() && joinsNullTests(Branch->getCondition()))
        Found.push_back(Branch);
  for (BranchInst *Branch : Found)
    if (R.mayRepair(Transform::NullTests, *Branch, "two pointers are tested one after the other"))
      splitBranch(*Branch);
}

} // namespace bpf
