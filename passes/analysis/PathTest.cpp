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

static SmallVector<const Value *> openDataOf(const Value &Condition) {
  OpenData Found([](const PHINode &) { return false; });
  Found.follow(Condition);
  return Found.mayBeKnown() ? SmallVector<const Value *>() : SmallVector<const Value *>(Found.data());
}

/// The sides of a comparison for equality that are data themselves: if no other test is about one, it may have the
/// value that the test wants.
static SmallVector<const Value *> freeSides(const ICmpInst &Comparison) {
  SmallVector<const Value *> Found;
  for (const Value *Side : Comparison.operand_values()) {
    while (const Value *Copied = copied(*Side))
      Side = Copied;
    if (Comparison.isEquality() && isa<LoadInst, CallBase>(Side) &&
        openDataOf(*Side) == SmallVector<const Value *>{Side})
      Found.push_back(Side);
  }
  // With a constant it is a test of one datum.
  return isa<Constant>(Comparison.getOperand(1)) ? SmallVector<const Value *>() : Found;
}

/// True for a comparison of an address in the packet with NULL, at which the verifier goes both ways, and learns
/// nothing: reg_not_null().
static bool isNullTestOfPacket(const ICmpInst &Comparison) {
  const auto *Zero = dyn_cast<Constant>(Comparison.getOperand(1));
  return Zero && Zero->isNullValue() && Comparison.isEquality() && packetAddress(*Comparison.getOperand(0));
}

struct PathData::Facts {
  SmallVector<const Value *> Data;
  SmallVector<const Value *> FreeSides = {};
  std::optional<bool> IsLongEnoughIf = {}; ///< of a comparison with the end of the packet
  bool SaysNothing = false;                ///< the verifier goes both ways, and learns nothing
};

PathData::PathData() = default;
PathData::~PathData() = default;

const PathData::Facts &PathData::factsOf(const Value &Condition) {
  std::unique_ptr<Facts> &Place = Known[&Condition];
  if (Place)
    return *Place;
  Place = std::make_unique<Facts>(Facts{openDataOf(Condition)});
  if (const auto *Comparison = dyn_cast<ICmpInst>(&Condition)) {
    Place->FreeSides = freeSides(*Comparison);
    Place->SaysNothing = isNullTestOfPacket(*Comparison);
    if (std::optional<PacketTest> Test = packetTest(Condition))
      Place->IsLongEnoughIf = Test->PassesIf;
  }
  return *Place;
}

ArrayRef<const Value *> PathData::of(const Value &Condition) { return factsOf(Condition).Data; }

bool PathData::isUsedElsewhere(const Value &Datum, const PathTests &Path, size_t Self) {
  return any_of(enumerate(Path), [&](const auto &Each) {
    return Each.index() != Self && is_contained(of(*Each.value().Condition), &Datum);
  });
}

bool PathData::isConstraint(const PathTests &Path, size_t Number) {
  const Facts &Of = factsOf(*Path[Number].Condition);
  return !Of.SaysNothing && (Path[Number].Switch || all_of(Of.FreeSides, [&](const Value *Side) {
                               return isUsedElsewhere(*Side, Path, Number);
                             }));
}

bool PathData::areSatisfiable(const PathTests &Path, size_t FirstNew) {
  SmallSetVector<const Value *, 16> Left;
  for (const PathTest &Each : ArrayRef(Path).drop_front(FirstNew))
    Left.insert_range(of(*Each.Condition));
  for (size_t Next = 0; Next < Left.size(); ++Next) {
    PathTests About;
    bool IsAlone = true, AreLong = true;
    for (auto [Number, Each] : enumerate(Path)) {
      const Facts &Of = factsOf(*Each.Condition);
      if (!is_contained(Of.Data, Left[Next]) || !isConstraint(Path, Number))
        continue;
      About.push_back(Each);
      IsAlone &= Of.Data.size() == 1;
      AreLong &= !Each.Switch && Of.IsLongEnoughIf == Each.Truth;
      // A test that was free is no longer, if another one is about both of its sides now.
      if (!Of.FreeSides.empty())
        Left.insert_range(Of.Data);
    }
    auto IsFirst = [&](const PathTest &Each) {
      return !Each.Switch && Each.Condition == About.front().Condition && Each.Truth == About.front().Truth;
    };
    if (About.size() > 1 && !AreLong && !all_of(About, IsFirst) &&
        !(IsAlone && OneDatum(*Left[Next], About).hasWitness()))
      return false;
  }
  return true;
}

} // namespace bpf
