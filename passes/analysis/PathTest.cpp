// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Tries values: the constants that the tests have, those beside them, and joined ones. Tests of the length of the
// packet agree with each other.
#include "passes/analysis/PathTest.h"
#include "passes/analysis/EmptyAssembly.h"
#include "passes/analysis/FieldOffset.h"
#include "passes/analysis/OpenData.h"
#include "passes/analysis/PacketAddress.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SetVector.h"
#include "llvm/Analysis/ConstantFolding.h"
#include "llvm/IR/Constants.h"
#include "llvm/IR/DataLayout.h"
#include "llvm/IR/Instructions.h"
#include "llvm/IR/IntrinsicInst.h"

using namespace llvm;

namespace bpf {

SmallVector<const Value *> openDataOf(const Value &Condition) {
  OpenData Found([](const PHINode &) { return false; });
  Found.follow(Condition);
  return Found.mayBeKnown() ? SmallVector<const Value *>() : SmallVector<const Value *>(Found.data());
}

namespace {

/// The tests that depend on one datum, and nothing else.
class OneDatum {
public:
  OneDatum(const Value &Datum, ArrayRef<PathTest> Tests) : Datum(Datum), Tests(Tests) {}

  bool hasWitness();

private:
  void collect(const Value &V, unsigned Depth);
  Constant *compute(const Value &V, Constant &Tried, unsigned Depth) const;
  bool satisfies(Constant &Tried) const;

  const Value &Datum;
  ArrayRef<PathTest> Tests;
  SmallSetVector<uint64_t, 32> Candidates;
};

} // namespace

static constexpr unsigned Deep = 16;

/// What is passed on unchanged.
static const Value *copied(const Value &V) {
  const auto *Call = dyn_cast<CallBase>(&V);
  if (const Value *Copied = Call ? copiedBy(*Call) : nullptr)
    return Copied;
  if (const auto *Freeze = dyn_cast<FreezeInst>(&V))
    return Freeze->getOperand(0);
  return &behindFence(V) == &V ? nullptr : &behindFence(V);
}

void OneDatum::collect(const Value &V, unsigned Depth) {
  if (const auto *Number = dyn_cast<ConstantInt>(&V)) {
    uint64_t Value = Number->getValue().getLimitedValue();
    for (uint64_t Each :
         {Value, Value - 1, Value + 1, ~Value,
          Number->getValue().getBitWidth() % 16 == 0 ? Number->getValue().byteSwap().getLimitedValue() : Value})
      Candidates.insert(Each);
    return;
  }
  if (&V == &Datum || Depth == Deep)
    return;
  if (const Value *Copied = copied(V))
    return collect(*Copied, Depth + 1);
  if (const auto *I = dyn_cast<Instruction>(&V); I && !isa<LoadInst>(I))
    for (const Value *Each : I->operand_values())
      collect(*Each, Depth + 1);
}

/// \returns null where that is not known.
Constant *OneDatum::compute(const Value &V, Constant &Tried, unsigned Depth) const {
  if (&V == &Datum)
    return &Tried;
  if (auto *Known = dyn_cast<Constant>(&V))
    return const_cast<Constant *>(Known);
  if (Depth == Deep)
    return nullptr;
  if (const Value *Copied = copied(V))
    return compute(*Copied, Tried, Depth + 1);
  const auto *I = dyn_cast<Instruction>(&V);
  const auto *Swap = dyn_cast_or_null<IntrinsicInst>(I);
  bool IsPure = I && (isa<BinaryOperator, CastInst, ICmpInst, SelectInst>(I) ||
                      (Swap && Swap->getIntrinsicID() == Intrinsic::bswap));
  if (!IsPure)
    return nullptr;
  SmallVector<Constant *, 4> Operands;
  for (const Value *Each : I->operand_values()) {
    Constant *Known = compute(*Each, Tried, Depth + 1);
    if (!Known)
      return nullptr;
    Operands.push_back(Known);
  }
  return ConstantFoldInstOperands(const_cast<Instruction *>(I), Operands, I->getDataLayout());
}

bool OneDatum::satisfies(Constant &Tried) const {
  return all_of(Tests, [&](const PathTest &Each) {
    const auto *Result = dyn_cast_or_null<ConstantInt>(compute(*Each.Condition, Tried, 0));
    if (!Result)
      return false;
    return Each.Switch ? Each.Switch->findCaseValue(Result)->getCaseSuccessor() == Each.To
                       : Result->isOne() == Each.Truth;
  });
}

/// What a test says of a pointer; nothing if it is no comparison with NULL.
static std::optional<bool> isNull(const PathTest &Test, const Value &Pointer) {
  const auto *Comparison = Test.Switch ? nullptr : dyn_cast<ICmpInst>(Test.Condition);
  if (!Comparison || !Comparison->isEquality() || !isa<ConstantPointerNull>(Comparison->getOperand(1)))
    return std::nullopt;
  const Value *Compared = Comparison->getOperand(0);
  while (const Value *Copied = copied(*Compared))
    Compared = Copied;
  if (Compared != &Pointer)
    return std::nullopt;
  return (Comparison->getPredicate() == ICmpInst::ICMP_EQ) == Test.Truth;
}

bool OneDatum::hasWitness() {
  auto *Type = dyn_cast<IntegerType>(Datum.getType());
  if (!Type)
    return all_of(Tests, [&](const PathTest &Each) { return isNull(Each, Datum) == isNull(Tests.front(), Datum); }) &&
           isNull(Tests.front(), Datum);
  for (const PathTest &Each : Tests) {
    collect(*Each.Condition, 0);
    if (Each.Switch)
      for (const auto &Case : Each.Switch->cases())
        collect(*Case.getCaseValue(), 0);
  }
  SmallVector<uint64_t> Single(Candidates.begin(), Candidates.end());
  constexpr unsigned Enough = 24;
  for (uint64_t One : ArrayRef(Single).take_front(Enough))
    for (uint64_t Other : ArrayRef(Single).take_front(Enough))
      Candidates.insert(One | Other);
  return any_of(Candidates, [&](uint64_t Each) {
    return satisfies(*ConstantInt::get(Type, APInt(Type->getBitWidth(), Each, false, /*implicitTrunc=*/true)));
  });
}

static bool isLongEnough(const PathTest &Each) {
  std::optional<PacketTest> Test = Each.Switch ? std::nullopt : packetTest(*Each.Condition);
  return Test && Test->PassesIf == Each.Truth;
}

/// True for a comparison of an address in the packet with NULL, at which the verifier goes both ways, and learns
/// nothing: reg_not_null().
static bool isNullTestOfPacket(const PathTest &Test) {
  const auto *Comparison = dyn_cast<ICmpInst>(Test.Condition);
  const auto *Zero = Comparison ? dyn_cast<Constant>(Comparison->getOperand(1)) : nullptr;
  return Zero && Zero->isNullValue() && Comparison->isEquality() && packetAddress(*Comparison->getOperand(0));
}

/// True for a comparison of two numbers for equality, one of which no other test is about: it may have the value that
/// the test wants.
static bool hasFreeSide(const PathTest &Test, function_ref<bool(const Value *)> IsUsedElsewhere) {
  const auto *Comparison = Test.Switch ? nullptr : dyn_cast<ICmpInst>(Test.Condition);
  return Comparison && Comparison->isEquality() && any_of(Comparison->operands(), [&](const Use &Each) {
           const Value *Side = Each;
           while (const Value *Copied = copied(*Side))
             Side = Copied;
           return isa<LoadInst, CallBase>(Side) && openDataOf(*Side) == SmallVector<const Value *>{Side} &&
                  !IsUsedElsewhere(Side);
         });
}

bool areSatisfiable(const PathTests &Path) {
  SmallVector<SmallVector<const Value *>> Data;
  for (const PathTest &Each : Path)
    Data.push_back(openDataOf(*Each.Condition));
  SmallSetVector<const Value *, 16> All;
  SmallVector<bool> IsConstraint;
  for (auto [Number, Each] : enumerate(Path)) {
    auto IsUsedElsewhere = [&, Self = Number](const Value *Side) {
      return any_of(enumerate(Data),
                    [&](const auto &Other) { return Other.index() != Self && is_contained(Other.value(), Side); });
    };
    IsConstraint.push_back(!isNullTestOfPacket(Each) && !hasFreeSide(Each, IsUsedElsewhere));
    if (IsConstraint.back())
      All.insert(Data[Number].begin(), Data[Number].end());
  }
  return all_of(All, [&](const Value *Datum) {
    PathTests About;
    bool IsAlone = true;
    for (auto [Number, Each] : enumerate(Path))
      if (IsConstraint[Number] && is_contained(Data[Number], Datum)) {
        About.push_back(Each);
        IsAlone &= Data[Number].size() == 1;
      }
    return About.size() < 2 || all_of(About, isLongEnough) || (IsAlone && OneDatum(*Datum, About).hasWitness()) ||
           all_of(
               About,
               [&](const PathTest &Each) {
                 return !Each.Switch && Each.Condition == About.front().Condition && Each.Truth == About.front().Truth;
               });
  });
}

} // namespace bpf
