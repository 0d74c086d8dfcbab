// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// InstCombine makes `(X & 0xff00) == 0` of `X < 256` where X has 16 bits: the verifier learns nothing of X, or of the
// part that is used.
#include "passes/analysis/ValuePart.h"
#include "passes/transform/Repairs.h"
#include "llvm/Analysis/ValueTracking.h"
#include "llvm/IR/Dominators.h"
#include "llvm/IR/IRBuilder.h"
#include "llvm/IR/InstIterator.h"
#include "llvm/IR/PatternMatch.h"
#include "llvm/Support/KnownBits.h"

using namespace llvm;
using namespace llvm::PatternMatch;

namespace bpf {

namespace {

/// A test of whether bits are 0, and the bits that it is about as a number: Mask and all below.
struct MaskTest {
  Instruction &Compare;
  Value *X;
  APInt Mask;

  Instruction &masked() const { return *cast<Instruction>(Compare.getOperand(0)); }
  APInt all() const { return Mask | APInt::getLowBitsSet(Mask.getBitWidth(), Mask.countr_zero()); }
};

} // namespace

/// X & All where the program has it, moved before the test.
static Value *sameWidth(const MaskTest &Test, const DominatorTree &Dominators) {
  for (User *Each : Test.X->users()) {
    auto *I = dyn_cast<Instruction>(Each);
    if (!I || !match(I, m_And(m_Specific(Test.X), m_SpecificInt(Test.all()))))
      continue;
    if (Dominators.dominates(I, &Test.Compare))
      return I;
    if (Dominators.dominates(&Test.masked(), I)) {
      I->moveBefore(Test.masked().getIterator());
      return I;
    }
  }
  return nullptr;
}

/// True where the program has the same bits in a narrower form.
static bool hasNarrowForm(const MaskTest &Test) {
  ValuePart Tested = {Test.X, Test.all().getZExtValue()};
  return any_of(Test.X->users(), [&](User *Cast) {
    return isa<TruncInst>(Cast) &&
           (partOf(Cast) == Tested || any_of(Cast->users(), [&](User *Each) { return partOf(Each) == Tested; }));
  });
}

/// What is to be compared; null where the program uses no such value.
static Value *testedValue(const MaskTest &Test, const DominatorTree &Dominators) {
  if (Value *Found = sameWidth(Test, Dominators))
    return Found;
  if (Test.X->getType()->isIntegerTy(64) && hasNarrowForm(Test))
    return IRBuilder<>(&Test.Compare).CreateAnd(Test.X, Test.all());
  bool IsUsed =
      any_of(Test.X->users(), [&](const User *Each) { return !isa<ICmpInst>(Each) && Each != &Test.masked(); });
  KnownBits Known = computeKnownBits(Test.X, Test.Compare.getDataLayout());
  return IsUsed && (~Test.all()).isSubsetOf(Known.Zero) ? Test.X : nullptr;
}

static std::optional<MaskTest> maskTest(Instruction &I) {
  Value *X = nullptr;
  const APInt *Mask = nullptr;
  CmpPredicate Predicate;
  if (!match(&I, m_ICmp(Predicate, m_And(m_Value(X), m_APInt(Mask)), m_Zero())) || !ICmpInst::isEquality(Predicate) ||
      !X->getType()->isIntegerTy() || !Mask->isShiftedMask() || Mask->isMask() || isa<Constant>(X))
    return std::nullopt;
  return MaskTest{I, X, *Mask};
}

void repairMaskTests(Function &F, const Target &, Repairs &R) {
  DominatorTree Dominators(F);
  for (Instruction &I : make_early_inc_range(instructions(F))) {
    std::optional<MaskTest> Test = maskTest(I);
    Value *Tested = Test ? testedValue(*Test, Dominators) : nullptr;
    if (!Tested || !R.mayRepair(Transform::MaskTests, I, "a value is compared where LLVM tests bits of it"))
      continue;
    Instruction &Masked = Test->masked();
    APInt Bound = APInt::getOneBitSet(Test->Mask.getBitWidth(), Test->Mask.countr_zero());
    bool IsBelow = cast<ICmpInst>(I).getPredicate() == ICmpInst::ICMP_EQ;
    IRBuilder<> Builder(&I);
    I.replaceAllUsesWith(IsBelow ? Builder.CreateICmpULT(Tested, Builder.getInt(Bound))
                                 : Builder.CreateICmpUGT(Tested, Builder.getInt(Bound - 1)));
    I.eraseFromParent();
    if (Masked.use_empty())
      Masked.eraseFromParent();
  }
}

} // namespace bpf
