// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// InstCombine makes `X - Low < Count` of `Low <= X && X < Low + Count`: the verifier learns the range of the
// difference, and nothing of X. It is repaired where X itself is used, and where the compare decides a branch.
#include "passes/transform/Repairs.h"
#include "passes/transform/SplitBranch.h"
#include "llvm/IR/IRBuilder.h"
#include "llvm/IR/PatternMatch.h"

using namespace llvm;
using namespace llvm::PatternMatch;

namespace bpf {

namespace {

/// First <= X && X < End, or its opposite.
struct Range {
  Value *X = nullptr;
  APInt First, End;
  bool IsInside = true;
};

} // namespace

static std::optional<Range> rangeOf(ICmpInst &Compare) {
  Value *X = nullptr;
  const APInt *Added = nullptr, *Bound = nullptr;
  CmpPredicate Predicate;
  if (!match(&Compare, m_ICmp(Predicate, m_Add(m_Value(X), m_APInt(Added)), m_APInt(Bound))) ||
      (Predicate != ICmpInst::ICMP_ULT && Predicate != ICmpInst::ICMP_UGT))
    return std::nullopt;
  Range Found = {X, -*Added, *Bound, Predicate == ICmpInst::ICMP_ULT};
  APInt Count = Found.IsInside ? *Bound : *Bound + 1;
  bool Wraps = false;
  Found.End = Found.First.uadd_ov(Count, Wraps);
  // What is outside of a range that wraps is a range again.
  if (Wraps && !Found.End.isZero()) {
    std::swap(Found.First, Found.End);
    Found.IsInside = !Found.IsInside;
  }
  if (Count.isZero() || Found.First.isZero() || Found.End.isZero())
    return std::nullopt;
  return Found;
}

static bool isOnlyCompared(const Value &V) {
  return all_of(V.users(), [](const User *Each) { return isa<ICmpInst>(Each); });
}

/// True where the program does more with X than to compare it, and no more with the difference. A part of another value
/// may be used as that value.
static bool isUsed(const Range &Tested, const Value *Difference) {
  if (!isOnlyCompared(*Difference))
    return false;
  if (isa<TruncInst>(Tested.X) || match(Tested.X, m_And(m_Trunc(m_Value()), m_Value())))
    return true;
  return any_of(Tested.X->users(), [&](const User *Each) { return Each != Difference && !isa<ICmpInst>(Each); });
}

static Value *makeTests(const Range &Tested, IRBuilder<> &Builder) {
  Type *T = Tested.X->getType();
  auto Constant = [&](const APInt &Number) { return ConstantInt::get(T, Number); };
  if (Tested.IsInside)
    return BinaryOperator::CreateAnd(Builder.CreateICmpUGT(Tested.X, Constant(Tested.First - 1)),
                                     Builder.CreateICmpULT(Tested.X, Constant(Tested.End)), "",
                                     Builder.GetInsertPoint());
  return BinaryOperator::CreateOr(Builder.CreateICmpULT(Tested.X, Constant(Tested.First)),
                                  Builder.CreateICmpUGT(Tested.X, Constant(Tested.End - 1)), "",
                                  Builder.GetInsertPoint());
}

void repairRangeTests(Function &F, const Target &, Repairs &R) {
  SmallVector<BranchInst *> Branches;
  for (BasicBlock &Block : F)
    if (auto *Branch = dyn_cast<BranchInst>(Block.getTerminator()); Branch && Branch->isConditional())
      Branches.push_back(Branch);
  for (BranchInst *Branch : Branches) {
    auto *Compare = dyn_cast<ICmpInst>(Branch->getCondition());
    if (!Compare || !Compare->hasOneUse() || !Compare->getType()->isIntegerTy())
      continue;
    std::optional<Range> Tested = rangeOf(*Compare);
    auto *Difference = Tested ? dyn_cast<Instruction>(Compare->getOperand(0)) : nullptr;
    if (!Difference || !isUsed(*Tested, Difference) ||
        !R.mayRepair(Transform::RangeTests, *Compare, "a value is tested against both bounds"))
      continue;
    IRBuilder<> Builder(Compare);
    Compare->replaceAllUsesWith(makeTests(*Tested, Builder));
    Compare->eraseFromParent();
    if (Difference->use_empty())
      Difference->eraseFromParent();
    splitBranch(*Branch);
  }
}

} // namespace bpf
