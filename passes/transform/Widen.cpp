// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A web is what a value is chosen from: phis, selects, minima and maxima, down to the values that are made by something
// else.
#include "passes/transform/Widen.h"
#include "passes/analysis/ValuePart.h"
#include "passes/transform/OpaqueCopy.h"
#include "llvm/ADT/MapVector.h"
#include "llvm/ADT/SetVector.h"
#include "llvm/Analysis/DomConditionCache.h"
#include "llvm/Analysis/ValueTracking.h"
#include "llvm/IR/Dominators.h"
#include "llvm/IR/InstIterator.h"
#include "llvm/IR/IntrinsicsBPF.h"
#include "llvm/IR/PatternMatch.h"
#include "llvm/Transforms/Utils/Local.h"
#include <map>

using namespace llvm;
using namespace llvm::PatternMatch;

namespace bpf {

namespace {

/// Larger ones are left: each member becomes an instruction.
constexpr unsigned LargestWeb = 24;

struct Web {
  SmallSetVector<Instruction *, 8> Members; ///< phis, selects, minima and maxima
  SmallSetVector<Value *, 8> Leaves;        ///< what they choose from, but for constants
};

class Widening {
public:
  Widening(Function &F, const WidenRequest &Request);
  void run();

private:
  void findParts();
  bool isSamePart(Instruction &I, ValuePart Part) const;
  /// A 32-bit compare bounds the register, whose upper half is 0.
  bool testsSigned() const { return Request.KnownHalvesStay && Request.HasAlu32; }
  bool needsInstruction(const Value *V) const;
  bool isUsedWide(Value *V) const;
  bool isTested(const Web &Found) const;
  bool isTested(Value *V) const;
  void widenWeb(Instruction &First, const Web &Found);
  Value *wide(Value *V, const Web &Found);
  Value *widePart(ValuePart Part);
  void widenMember(Instruction &Member, const Web &Found);
  void useWide(Value *V);
  void dropNarrow(Instruction &Member);
  void widenCompare(ICmpInst &Compare, Value *V);
  Value *wideOperand(Value *V) const;

  Function &F;
  const WidenRequest &Request;
  Type *const Int64;
  DominatorTree Dominators;
  DomConditionCache Conditions;
  std::map<ValuePart, SmallVector<Instruction *, 2>> Parts; ///< every form in which a part stands in the function
  DenseMap<Value *, Value *> Wide;
  std::map<ValuePart, Value *> WideParts;
};

} // namespace

static bool isNarrow(const Value *V) {
  const Type *T = V->getType();
  return T->isIntegerTy(8) || T->isIntegerTy(16) || T->isIntegerTy(32);
}

static bool isChoice(const Value *V) {
  return isa<PHINode, SelectInst>(V) ||
         match(const_cast<Value *>(V), m_CombineOr(m_UMin(m_Value(), m_Value()), m_UMax(m_Value(), m_Value())));
}

/// The operands that a member of a web chooses from.
static SmallVector<Use *, 4> choices(Instruction &Member) {
  SmallVector<Use *, 4> Found;
  if (auto *Phi = dyn_cast<PHINode>(&Member)) {
    for (Use &Each : Phi->incoming_values())
      Found.push_back(&Each);
    return Found;
  }
  unsigned First = isa<SelectInst>(Member) ? 1 : 0;
  return {&Member.getOperandUse(First), &Member.getOperandUse(First + 1)};
}

static std::optional<Web> webOf(Value *V) {
  Web Found;
  SmallVector<Value *> Open = {V};
  while (!Open.empty()) {
    Value *Next = Open.pop_back_val();
    if (isa<Constant>(Next))
      continue;
    if (!isChoice(Next)) {
      Found.Leaves.insert(Next);
      continue;
    }
    if (!Found.Members.insert(cast<Instruction>(Next)))
      continue;
    if (Found.Members.size() > LargestWeb)
      return std::nullopt;
    for (Use *Each : choices(*cast<Instruction>(Next)))
      Open.push_back(*Each);
  }
  return Found;
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
    : F(F), Request(Request), Int64(Type::getInt64Ty(F.getContext())), Dominators(F) {
  for (BasicBlock &Block : F)
    if (auto *Branch = dyn_cast<BranchInst>(Block.getTerminator()); Branch && Branch->isConditional())
      Conditions.registerBranch(Branch);
}

void Widening::findParts() {
  for (Instruction &I : instructions(F))
    if (std::optional<ValuePart> Part = partOf(&I))
      Parts[*Part].push_back(&I);
}

/// InstCombine leaves the sign out of the mask where a test shows that it is 0.
bool Widening::isSamePart(Instruction &I, ValuePart Part) const {
  std::optional<ValuePart> Other = partOf(&I);
  if (!Other || Other->Whole != Part.Whole)
    return false;
  if (Other->Mask == Part.Mask)
    return true;
  if (Other->Mask != Part.Mask >> 1 || !isMask_64(Part.Mask))
    return false;
  unsigned Sign = 63 - countl_zero(Part.Mask);
  const DataLayout &Layout = F.getDataLayout();
  SimplifyQuery Query = SimplifyQuery(Layout, &Dominators, nullptr, &I).getWithInstruction(&I);
  auto Known = Parts.find(Part);
  if (Known == Parts.end())
    return false;
  for (Instruction *Each : Known->second)
    if (Each->getType()->getIntegerBitWidth() == Sign + 1) {
      Query.DC = &Conditions;
      return isKnownNonNegative(Each, Query);
    }
  return false;
}

bool Widening::isTested(Value *V) const {
  return any_of(V->users(), [&](const User *Each) {
    const auto *Compare = dyn_cast<ICmpInst>(Each);
    return Compare && (testsSigned() || !Compare->isSigned());
  });
}

bool Widening::isTested(const Web &Found) const {
  for (Instruction *Each : Found.Members)
    if (isTested(Each) || isa<IntrinsicInst>(Each))
      return true;
  for (Value *Each : Found.Leaves) {
    if (isTested(Each))
      return true;
    std::optional<ValuePart> Part = partOf(Each);
    if (!Part)
      continue;
    for (const auto &[Other, Forms] : Parts)
      if (Other.Whole == Part->Whole)
        for (Instruction *Form : Forms)
          if (isSamePart(*Form, *Part) && isTested(Form))
            return true;
  }
  return false;
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

Value *Widening::wide(Value *V, const Web &Found) {
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

void Widening::widenMember(Instruction &Member, const Web &Found) {
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
  if (auto *I = dyn_cast<Instruction>(Other); I && !Dominators.dominates(I, &Compare))
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

void Widening::widenWeb(Instruction &First, const Web &Found) {
  SmallVector<Value *> All(Found.Leaves.begin(), Found.Leaves.end());
  All.append(Found.Members.begin(), Found.Members.end());
  for (Value *Each : All)
    wide(Each, Found);
  for (Value *Each : Found.Leaves) {
    std::optional<ValuePart> Part = partOf(Each);
    if (!Part || !WideParts.contains(*Part))
      continue;
    for (auto &[Other, Forms] : Parts) {
      if (Other.Whole != Part->Whole)
        continue;
      for (Instruction *Form : Forms)
        if (Form != Wide[Each] && isSamePart(*Form, *Part)) {
          Wide[Form] = Wide[Each];
          if (!is_contained(All, Form))
            All.push_back(Form);
        }
    }
  }
  for (Value *Each : All)
    useWide(Each);
  for (Instruction *Each : Found.Members)
    dropNarrow(*Each);
}

/// True for a narrow form of a part that has a 64-bit form, which is used for more than compares.
bool Widening::isUsedWide(Value *V) const {
  std::optional<ValuePart> Part = partOf(V);
  auto Forms = Part ? Parts.find(*Part) : Parts.end();
  return Forms != Parts.end() && any_of(Forms->second, [&](Instruction *Form) {
           return Form->getType() == Int64 && any_of(Form->users(), [](User *Each) { return !isa<ICmpInst>(Each); });
         });
}

void Widening::run() {
  findParts();
  SmallVector<Value *> Candidates;
  auto Consider = [&](Value *V) {
    if (isNarrow(V) && (any_of(V->uses(), [&](const Use &Each) { return Request.NeedsRange(Each); }) ||
                        (Request.JoinsParts && isUsedWide(V))))
      Candidates.push_back(V);
  };
  for (Argument &Each : F.args())
    Consider(&Each);
  for (Instruction &Each : instructions(F))
    Consider(&Each);
  for (Value *V : Candidates) {
    if (Wide.contains(V))
      continue;
    std::optional<Web> Found = webOf(V);
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
