// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// ConstantRange computes forward what was followed back.
#include "passes/analysis/OpenNumber.h"
#include "passes/analysis/EmptyAssembly.h"
#include "passes/analysis/KernelCall.h"
#include "passes/analysis/OpenData.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/IR/Constants.h"
#include "llvm/IR/Instructions.h"
#include "llvm/IR/IntrinsicInst.h"
#include "llvm/IR/IntrinsicsBPF.h"

using namespace llvm;

namespace bpf {

/// The value that is passed on unchanged, hidden from LLVM; null where none is.
static const Value *hidden(const Value &V) {
  const auto *Call = dyn_cast<CallBase>(&V);
  if (!Call)
    return nullptr;
  constexpr unsigned Passed = 1;
  return Call->getIntrinsicID() == Intrinsic::bpf_passthrough ? Call->getArgOperand(Passed) : copiedBy(*Call);
}

/// True for an operation with a constant that bounds nothing.
static bool isLinear(const Value &V) {
  if (isa<ZExtInst, SExtInst>(V))
    return true;
  const auto *Operation = dyn_cast<BinaryOperator>(&V);
  return Operation && isa<ConstantInt>(Operation->getOperand(1)) &&
         is_contained({Instruction::Add, Instruction::Mul, Instruction::Shl}, Operation->getOpcode());
}

/// True if the verifier can learn of the value only by comparisons of it, in any width, with constants.
static bool isOnlyCompared(const Value &V, bool IsOrigin = true, unsigned Depth = 0) {
  constexpr unsigned Deep = 6;
  auto IsHarmless = [&](const User *Each) {
    if (isa<GetElementPtrInst, StoreInst>(Each))
      return true;
    if (hidden(*Each))
      return isOnlyCompared(*Each, false, Depth + 1);
    if (const auto *Comparison = dyn_cast<ICmpInst>(Each))
      return IsOrigin && isa<ConstantInt>(Comparison->getOperand(1));
    if (const auto *Call = dyn_cast<CallBase>(Each))
      return isa<IntrinsicInst>(Call) ? cast<IntrinsicInst>(Call)->isAssumeLikeIntrinsic()
                                      : kernelCall(*Call).has_value();
    // The sum of two numbers has no better bound than each.
    bool IsComputed =
        isLinear(*Each) || (isa<BinaryOperator>(Each) && cast<BinaryOperator>(Each)->getOpcode() == Instruction::Add);
    return IsComputed && isOnlyCompared(*Each, IsOrigin && isa<CastInst>(Each), Depth + 1);
  };
  return Depth < Deep && all_of(V.users(), IsHarmless);
}

static const Instruction *originOf(const Value &V) {
  if (const Value *Copied = hidden(V))
    return originOf(*Copied);
  if (isLinear(V))
    return originOf(*cast<Instruction>(V).getOperand(0));
  return isa<LoadInst, CallBase>(V) && !isa<IntrinsicInst>(V) && V.getType()->isIntegerTy() ? cast<Instruction>(&V)
                                                                                            : nullptr;
}

std::optional<OpenNumber> OpenNumber::of(const Value &Number) {
  const Instruction *Origin = originOf(Number);
  if (!Origin || Origin->hasMetadata(LLVMContext::MD_range) || !isOnlyCompared(*Origin))
    return std::nullopt;
  OpenData Found([](const PHINode &) { return false; });
  Found.follow(*Origin);
  bool IsOpen = !Found.mayBeKnown() && !Found.data().empty();
  return IsOpen ? std::optional(OpenNumber(Number, *Origin)) : std::nullopt;
}

bool OpenNumber::isComparedBy(const Value &Condition) const {
  const auto *Comparison = dyn_cast<ICmpInst>(&Condition);
  if (!Comparison || !isa<ConstantInt>(Comparison->getOperand(1)))
    return false;
  const Value *Compared = Comparison->getOperand(0);
  return (isa<CastInst>(Compared) ? cast<CastInst>(Compared)->getOperand(0) : Compared) == Origin;
}

ConstantRange OpenNumber::ofOrigin(const PathTests &Path) const {
  unsigned Bits = Origin->getType()->getIntegerBitWidth();
  ConstantRange Left = ConstantRange::getFull(Bits);
  for (const PathTest &Each : Path) {
    if (!isComparedBy(*Each.Condition))
      continue;
    const auto &Test = cast<ICmpInst>(*Each.Condition);
    ICmpInst::Predicate Holds = Each.Truth ? Test.getPredicate() : Test.getInversePredicate();
    ConstantRange Allowed =
        ConstantRange::makeExactICmpRegion(Holds, cast<ConstantInt>(Test.getOperand(1))->getValue());
    if (const auto *Wider = dyn_cast<CastInst>(Test.getOperand(0))) {
      unsigned Width = Wider->getType()->getIntegerBitWidth();
      ConstantRange Full = ConstantRange::getFull(Bits);
      Allowed =
          Allowed.intersectWith(isa<SExtInst>(Wider) ? Full.signExtend(Width) : Full.zeroExtend(Width)).truncate(Bits);
    }
    Left = Left.intersectWith(Allowed);
  }
  return Left;
}

ConstantRange OpenNumber::compute(const Value &V, const ConstantRange &OfOrigin) const {
  if (&V == Origin)
    return OfOrigin;
  if (const Value *Copied = hidden(V))
    return compute(*Copied, OfOrigin);
  const auto &Operation = cast<Instruction>(V);
  ConstantRange From = compute(*Operation.getOperand(0), OfOrigin);
  if (const auto *Cast = dyn_cast<CastInst>(&V))
    return From.castOp(Cast->getOpcode(), Cast->getType()->getIntegerBitWidth());
  const APInt &Constant = cast<ConstantInt>(Operation.getOperand(1))->getValue();
  return From.binaryOp(cast<BinaryOperator>(V).getOpcode(), ConstantRange(Constant));
}

ConstantRange OpenNumber::on(const PathTests &Path) const { return compute(*Number, ofOrigin(Path)); }

bool OpenNumber::isUnbounded(const PathTests &Path) const {
  return none_of(Path, [&](const PathTest &Each) { return isComparedBy(*Each.Condition); });
}

} // namespace bpf
