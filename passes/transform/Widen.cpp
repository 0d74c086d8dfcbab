// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The members of a web become 64-bit values, then all that uses them or their parts takes those.
#include "passes/transform/Widen.h"
#include "passes/analysis/ValuePart.h"
#include "passes/transform/OpaqueCopy.h"
#include "passes/transform/PartForms.h"
#include "passes/transform/ValueWeb.h"
#include "llvm/IR/InstIterator.h"
#include "llvm/IR/IntrinsicsBPF.h"
#include "llvm/IR/PatternMatch.h"
#include "llvm/Transforms/Utils/Local.h"
#include <map>

using namespace llvm;
using namespace llvm::PatternMatch;

namespace bpf {

namespace {

class Widening {
public:
  Widening(Function &F, const WidenRequest &Request);
  void run();

private:
  /// A 32-bit compare bounds the register, whose upper half is 0.
  bool testsSigned() const { return Request.KnownHalvesStay && Request.HasAlu32; }
  bool needsInstruction(const Value *V) const;
  bool isTested(const ValueWeb &Found) const;
  bool isTested(Value *V) const;
  void widenWeb(Instruction &First, const ValueWeb &Found);
  Value *wide(Value *V, const ValueWeb &Found);
  Value *widePart(ValuePart Part);
  void widenMember(Instruction &Member, const ValueWeb &Found);
  void useWide(Value *V);
  void dropNarrow(Instruction &Member);
  void widenCompare(ICmpInst &Compare, Value *V);
  Value *wideOperand(Value *V) const;

  Function &F;
  const WidenRequest &Request;
  Type *const Int64;
  PartForms Forms;
  DenseMap<Value *, Value *> Wide;
  std::map<ValuePart, Value *> WideParts;
};

} // namespace

static bool isNarrow(const Value *V) {
  const Type *T = V->getType();
  return T->isIntegerTy(8) || T->isIntegerTy(16) || T->isIntegerTy(32);
}

/// Where something made of V can stand that dominates all that V dominates. Null behind a terminator.
static std::optional<BasicBlock::iterator> placeBehind(Value *V) {
  if (auto *A = dyn_cast<Argument>(V))
    return A->getParent()->getEntryBlock().getFirstInsertionPt();
  auto *I = dyn_cast<Instruction>(V);
  return I ? I->getInsertionPointAfterDef() : std::nullopt;
}

/// Linux 6.1 knows nothing of the result of a byte swap but what a mask says, which LLVM drops where a 64-bit compare
/// does not need it.
static bool isByteSwap(Value *V) {
  if (auto *Cast = dyn_cast<CastInst>(V))
    V = Cast->getOperand(0);
  return match(V, m_BSwap(m_Value()));
}

Widening::Widening(Function &F, const WidenRequest &Request)
    : F(F), Request(Request), Int64(Type::getInt64Ty(F.getContext())), Forms(F) {}

bool Widening::isTested(Value *V) const {
  return any_of(V->users(), [&](const User *Each) {
    const auto *Compare = dyn_cast<ICmpInst>(Each);
    return Compare && (testsSigned() || !Compare->isSigned());
  });
}

bool Widening::isTested(const ValueWeb &Found) const {
  for (Instruction *Each : Found.Members)
    if (isTested(Each) || isa<IntrinsicInst>(Each))
      return true;
  return any_of(Found.Leaves, [&](Value *Each) {
    bool IsTested = isTested(Each);
    if (std::optional<ValuePart> Part = partOf(Each))
      Forms.forEach(*Part, [&](Instruction &Form) { IsTested |= isTested(&Form); });
    return IsTested;
  });
}

/// True for what does not have its upper bits cleared where it is made.
bool Widening::needsInstruction(const Value *V) const {
  bool IsPart = partOf(const_cast<Value *>(V)).has_value();
  return !isa<LoadInst>(V) && (IsPart || !Request.HasAlu32 || !V->getType()->isIntegerTy(32));
}

Value *Widening::widePart(ValuePart Part) {
  auto [Known, IsNew] = WideParts.try_emplace(Part, nullptr);
  if (!IsNew)
    return Known->second;
  BasicBlock::iterator Place = *placeBehind(Part.Whole);
  IRBuilder<> Builder(Place->getParent(), Place);
  if (auto *I = dyn_cast<Instruction>(Part.Whole))
    Builder.SetCurrentDebugLocation(I->getDebugLoc());
  return Known->second = makeOpaqueCopy(Builder.CreateAnd(Part.Whole, Part.Mask), Builder);
}

Value *Widening::wide(Value *V, const ValueWeb &Found) {
  if (auto *Number = dyn_cast<ConstantInt>(V))
    return ConstantInt::get(Int64, Number->getValue().zext(64));
  if (isa<PoisonValue>(V))
    return PoisonValue::get(Int64);
  if (isa<UndefValue>(V))
    return UndefValue::get(Int64);
  if (Value *Known = Wide.lookup(V))
    return Known;
  if (auto *Member = dyn_cast<Instruction>(V); Member && Found.Members.contains(Member)) {
    widenMember(*Member, Found);
    return Wide[V];
  }
  if (std::optional<ValuePart> Part = partOf(V); Part && !isa<Constant>(Part->Whole) && placeBehind(Part->Whole))
    return Wide[V] = widePart(*Part);
  BasicBlock::iterator Place = *placeBehind(V);
  IRBuilder<> Builder(Place->getParent(), Place);
  if (auto *I = dyn_cast<Instruction>(V))
    Builder.SetCurrentDebugLocation(I->getDebugLoc());
  Value *Narrow = V;
  match(V, m_ZExt(m_Value(Narrow)));
  Value *Made = Builder.CreateZExt(Narrow, Int64);
  return Wide[V] = needsInstruction(Narrow) ? makeOpaqueCopy(Made, Builder) : Made;
}

void Widening::widenMember(Instruction &Member, const ValueWeb &Found) {
  IRBuilder<> Builder(&Member);
  if (auto *Phi = dyn_cast<PHINode>(&Member)) {
    PHINode *Made = Builder.CreatePHI(Int64, Phi->getNumIncomingValues());
    Wide[&Member] = Made;
    for (unsigned I = 0; I != Phi->getNumIncomingValues(); ++I)
      Made->addIncoming(wide(Phi->getIncomingValue(I), Found), Phi->getIncomingBlock(I));
    return;
  }
  SmallVector<Use *, 4> Chosen = choices(Member);
  Value *First = wide(*Chosen[0], Found), *Second = wide(*Chosen[1], Found);
  // The operands may have put instructions before this one.
  Builder.SetInsertPoint(&Member);
  if (auto *Select = dyn_cast<SelectInst>(&Member)) {
    Wide[&Member] = Builder.CreateSelect(Select->getCondition(), First, Second);
    return;
  }
  Intrinsic::ID Id = cast<IntrinsicInst>(Member).getIntrinsicID();
  Wide[&Member] = Builder.CreateBinaryIntrinsic(Id, First, Second);
}

/// The wide value of what is compared with; null where there is none.
Value *Widening::wideOperand(Value *V) const {
  auto *Number = dyn_cast<ConstantInt>(V);
  if (!Number)
    return Wide.lookup(V);
  APInt Extended = Number->getValue().zext(64);
  // A larger one needs a register of its own.
  return Extended.isSignedIntN(32) ? ConstantInt::get(Int64, Extended) : nullptr;
}

void Widening::widenCompare(ICmpInst &Compare, Value *V) {
  unsigned Index = Compare.getOperand(0) == V ? 0 : 1;
  Value *Other = Compare.isSigned() ? nullptr : wideOperand(Compare.getOperand(1 - Index));
  if (!Other)
    return;
  if (auto *I = dyn_cast<Instruction>(Other); I && !Forms.dominators().dominates(I, &Compare))
    return;
  Compare.setOperand(Index, Wide[V]);
  Compare.setOperand(1 - Index, Other);
  Compare.setSameSign(false);
}

static Value *narrowed(Value *Wide, const Value *V, Instruction *Before) {
  return IRBuilder<>(Before).CreateTrunc(Wide, V->getType());
}

/// Has extensions, compares, and uses that need the range take the wide value.
void Widening::useWide(Value *V) {
  Value *Made = Wide[V];
  auto *MadeBy = dyn_cast<Instruction>(Made);
  for (Use &Each : make_early_inc_range(V->uses())) {
    auto *I = cast<Instruction>(Each.getUser());
    if (I == Made || (MadeBy && I == MadeBy->getOperand(0)))
      continue;
    if (V->getType() == Int64)
      Each.set(Made);
    else if (auto *Compare = dyn_cast<ICmpInst>(I); Compare && !Compare->isSigned())
      widenCompare(*Compare, V);
    else if (Compare && testsSigned())
      Each.set(narrowed(Made, V, I));
    else if (isa<ZExtInst>(I) && I->getType() == Int64)
      I->replaceAllUsesWith(Made);
    else if (Request.NeedsRange(Each))
      Each.set(narrowed(Made, V, I));
  }
}

/// What else uses a choice takes a part of the wide one, so that the narrow one goes away.
void Widening::dropNarrow(Instruction &Member) {
  if (Member.use_empty())
    return;
  std::optional<BasicBlock::iterator> Place = cast<Instruction>(Wide[&Member])->getInsertionPointAfterDef();
  Member.replaceAllUsesWith(narrowed(Wide[&Member], &Member, &**Place));
}

void Widening::widenWeb(Instruction &First, const ValueWeb &Found) {
  SmallVector<Value *> All(Found.Leaves.begin(), Found.Leaves.end());
  All.append(Found.Members.begin(), Found.Members.end());
  for (Value *Each : All)
    wide(Each, Found);
  for (Value *Each : Found.Leaves) {
    std::optional<ValuePart> Part = partOf(Each);
    if (!Part || !WideParts.contains(*Part))
      continue;
    Forms.forEach(*Part, [&](Instruction &Form) {
      if (&Form == Wide[Each])
        return;
      Wide[&Form] = Wide[Each];
      if (!is_contained(All, &Form))
        All.push_back(&Form);
    });
  }
  for (Value *Each : All)
    useWide(Each);
  for (Instruction *Each : Found.Members)
    dropNarrow(*Each);
}

void Widening::run() {
  SmallVector<Value *> Candidates;
  auto Consider = [&](Value *V) {
    if (isNarrow(V) && (any_of(V->uses(), [&](const Use &Each) { return Request.NeedsRange(Each); }) ||
                        (Request.JoinsParts && Forms.isUsedWide(V))))
      Candidates.push_back(V);
  };
  for (Argument &Each : F.args())
    Consider(&Each);
  for (Instruction &Each : instructions(F))
    Consider(&Each);
  for (Value *V : Candidates) {
    if (Wide.contains(V))
      continue;
    std::optional<ValueWeb> Found = webOf(V);
    if (!Found || !isTested(*Found) || any_of(Found->Leaves, isByteSwap) ||
        any_of(Found->Leaves, [](Value *Each) { return !placeBehind(Each); }) ||
        (Request.KnownHalvesStay && none_of(Found->Leaves, [&](Value *Each) { return needsInstruction(Each); })))
      continue;
    Instruction &At = isa<Instruction>(V) ? *cast<Instruction>(V) : *F.getEntryBlock().getFirstInsertionPt();
    if (Request.MayWiden(At))
      widenWeb(At, *Found);
  }
}

/// What LLVM hides from its optimiser as a call (BPFAdjustOpt.cpp), and makes a compare again before code generation.
static void revealCompares(Function &F) {
  for (Instruction &I : make_early_inc_range(instructions(F))) {
    auto *Call = dyn_cast<IntrinsicInst>(&I);
    if (!Call || Call->getIntrinsicID() != Intrinsic::bpf_compare)
      continue;
    auto Predicate = CmpInst::Predicate(cast<ConstantInt>(Call->getArgOperand(0))->getZExtValue());
    Value *Compare = IRBuilder<>(Call).CreateICmp(Predicate, Call->getArgOperand(1), Call->getArgOperand(2));
    Call->replaceAllUsesWith(Compare);
    Call->eraseFromParent();
  }
}

void widenValues(Function &F, const WidenRequest &Request) {
  revealCompares(F);
  Widening(F, Request).run();
  SmallVector<WeakTrackingVH> Dead;
  for (Instruction &Each : instructions(F))
    if (isInstructionTriviallyDead(&Each))
      Dead.emplace_back(&Each);
  RecursivelyDeleteTriviallyDeadInstructions(Dead);
}

} // namespace bpf
