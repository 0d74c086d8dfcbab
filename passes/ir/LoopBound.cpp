// ScalarEvolution answers for a constant. Where it has no answer the kernel may have one: it runs the loop, and knows
// what .rodata holds, what a helper returns at most, and what a static function was called with. So a loop counts as
// open only where all that its exits hang on was followed back to memory of which nobody knows the content.
#include "passes/ir/LoopBound.h"
#include "passes/ir/HelperCall.h"
#include "passes/ir/Reach.h"
#include "passes/ir/ValueName.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Analysis/AssumptionCache.h"
#include "llvm/Analysis/LoopInfo.h"
#include "llvm/Analysis/LoopIterator.h"
#include "llvm/Analysis/ScalarEvolution.h"
#include "llvm/Analysis/ScalarEvolutionExpressions.h"
#include "llvm/Analysis/TargetLibraryInfo.h"
#include "llvm/Analysis/ValueTracking.h"
#include "llvm/IR/Dominators.h"
#include "llvm/IR/InlineAsm.h"
#include "llvm/IR/Instructions.h"
#include "llvm/IR/IntrinsicInst.h"
#include "llvm/IR/Module.h"

using namespace llvm;

namespace bpf {

struct LoopBounds::Analyses {
  explicit Analyses(Function &F)
      : Names(F.getParent()->getTargetTriple()), Library(Names, &F), Assumed(F), Dominators(F), Loops(Dominators),
        F(F) {}

  ScalarEvolution &evolution() {
    if (!Evolution)
      Evolution.emplace(F, Library, Assumed, Dominators, Loops);
    return *Evolution;
  }

  TargetLibraryInfoImpl Names;
  TargetLibraryInfo Library;
  AssumptionCache Assumed;
  DominatorTree Dominators;
  LoopInfo Loops;
  Function &F;
  std::optional<ScalarEvolution> Evolution; ///< made when it is asked
};

LoopBounds::LoopBounds(const Function &F) : Made(std::make_unique<Analyses>(const_cast<Function &>(F))) {}
LoopBounds::~LoopBounds() = default;
const LoopInfo &LoopBounds::loops() const { return Made->Loops; }

/// do_refine_retval_range(): the kernel knows what these return at most.
static bool hasKnownRange(const Helper &Called) {
  static constexpr StringLiteral Names[] = {"get_stack",           "get_task_stack",        "probe_read_str",
                                            "probe_read_user_str", "probe_read_kernel_str", "get_smp_processor_id"};
  return is_contained(Names, Called.Name);
}

namespace {

/// Follows what one exit of a loop hangs on.
class Exit {
public:
  Exit(const Loop &L, ScalarEvolution &Evolution) : L(L), Evolution(Evolution) {}

  /// True where it hangs on data of which nobody can say anything before run time, and on nothing else.
  bool isOpen(const Value &Condition) {
    follow(Condition);
    return Data && !MayBeKnown;
  }

  const Value *Data = nullptr; ///< the first such
private:
  void follow(const Value &V);
  void followPhi(const PHINode &Phi);
  void read(const LoadInst &Load);
  void call(const CallBase &Call);
  void data(const Value &V);
  bool isComputedFromItself(const PHINode &Phi) const;

  const Loop &L;
  ScalarEvolution &Evolution;
  SmallPtrSet<const Value *, 32> Seen;
  bool MayBeKnown = false;
};

} // namespace

/// True where the program compares the value, or what it computes of it, with a constant: that bounds it for the
/// kernel.
static bool isChecked(const Value &V, unsigned Depth = 0) {
  constexpr unsigned Deep = 4;
  return any_of(V.users(), [&](const User *Each) {
    if (const auto *Comparison = dyn_cast<ICmpInst>(Each))
      return Comparison->isRelational() && any_of(Comparison->operands(), IsaPred<ConstantInt>);
    return Depth < Deep && (isa<CastInst>(Each) || isa<BinaryOperator>(Each)) && isChecked(*Each, Depth + 1);
  });
}

void Exit::data(const Value &V) {
  MayBeKnown |= isChecked(V);
  if (!Data)
    Data = &V;
}

void Exit::read(const LoadInst &Load) {
  const Value *Memory = getUnderlyingObject(Load.getPointerOperand());
  const auto *Global = dyn_cast<GlobalVariable>(Memory);
  // The kernel keeps account of the stack, also of pointers on it; constants and what the loader fills in have a value
  // by then.
  const auto *FromMemory = dyn_cast<LoadInst>(Memory);
  if (isa<AllocaInst>(Memory) ||
      (FromMemory && isa<AllocaInst>(getUnderlyingObject(FromMemory->getPointerOperand()))) ||
      (Global && isKnownAtLoad(*Global)))
    MayBeKnown = true;
  else
    data(Load);
}

void Exit::call(const CallBase &Call) {
  if (isa<IntrinsicInst>(Call)) {
    for (const Use &Each : Call.args())
      follow(*Each);
    return;
  }
  const Helper *Called = calledHelper(Call);
  if (Called && !hasKnownRange(*Called))
    data(Call);
  else
    MayBeKnown = true;
}

/// What is shifted, divided or advanced by something each time around ends for reasons that ScalarEvolution does not
/// see.
bool Exit::isComputedFromItself(const PHINode &Phi) const {
  SmallPtrSet<const Value *, 16> Visited;
  SmallVector<const Value *, 16> Next;
  for (const BasicBlock *From : Phi.blocks())
    if (L.contains(From))
      Next.push_back(Phi.getIncomingValueForBlock(From));
  while (!Next.empty()) {
    const auto *I = dyn_cast<Instruction>(Next.pop_back_val());
    if (!I || I == &Phi || !L.contains(I) || isa<LoadInst>(I) || isa<CallBase>(I) || !Visited.insert(I).second)
      continue;
    if (!isa<PHINode>(I) && is_contained(I->operands(), &Phi))
      return true;
    append_range(Next, I->operand_values());
  }
  return false;
}

void Exit::followPhi(const PHINode &Phi) {
  if (Phi.getParent() == L.getHeader() && Evolution.isSCEVable(Phi.getType())) {
    const auto *Counter = dyn_cast<SCEVAddRecExpr>(Evolution.getSCEV(const_cast<PHINode *>(&Phi)));
    bool Counts = Counter && Counter->isAffine() && isa<SCEVConstant>(Counter->getStepRecurrence(Evolution));
    if (!Counts && isComputedFromItself(Phi))
      MayBeKnown = true;
  }
  for (const Use &Each : Phi.incoming_values())
    follow(*Each);
}

void Exit::follow(const Value &V) {
  constexpr unsigned Enough = 64;
  if (MayBeKnown || isa<Constant>(V) || !Seen.insert(&V).second)
    return;
  if (Seen.size() > Enough) {
    MayBeKnown = true;
    return;
  }
  if (const auto *Load = dyn_cast<LoadInst>(&V))
    return read(*Load);
  if (const auto *Call = dyn_cast<CallBase>(&V))
    return call(*Call);
  if (const auto *Phi = dyn_cast<PHINode>(&V))
    return followPhi(*Phi);
  if (const auto *Given = dyn_cast<Argument>(&V)) {
    // A static function is verified with what its callers hand it.
    const Function &F = *Given->getParent();
    if (F.hasLocalLinkage() || !F.hasDefaultVisibility() || isProgram(F))
      MayBeKnown = true;
    else if (!V.getType()->isPointerTy())
      data(V);
    return;
  }
  if (const auto *I = dyn_cast<Instruction>(&V))
    for (const Value *Each : I->operand_values())
      follow(*Each);
  else
    MayBeKnown = true;
}

/// Ways that nobody here can follow: jumps of assembly (may_goto), and calls of functions that end the program or count
/// for the kernel (iterators, bpf_throw).
static bool leavesUnseen(const Loop &L) {
  for (const BasicBlock *Block : L.blocks())
    for (const Instruction &I : *Block) {
      const auto *Call = dyn_cast<CallBase>(&I);
      if (!Call || isa<IntrinsicInst>(Call))
        continue;
      const auto *Assembly = dyn_cast<InlineAsm>(Call->getCalledOperand());
      if (isa<CallBrInst>(Call) || (Assembly && !Call->getType()->isVoidTy()) || Call->getCalledFunction())
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

static void findDeciders(const Loop &L, ScalarEvolution &Evolution, LoopBound &Bound) {
  SmallVector<BasicBlock *, 4> Exiting;
  L.getExitingBlocks(Exiting);
  if (Exiting.empty() || leavesUnseen(L))
    return;
  for (const BasicBlock *Block : Exiting) {
    const Value *Condition = conditionOf(*Block);
    Exit Way(L, Evolution);
    if (!Condition || !Way.isOpen(*Condition))
      return;
    if (Bound.Decider.empty())
      Bound.Decider = valueName(*Way.Data);
  }
  Bound.IsOpen = true;
}

/// What becomes an instruction of BPF for sure.
static unsigned weightOf(const BasicBlock &Block) {
  unsigned Weight = 0;
  for (const Instruction &I : Block)
    Weight += isa<LoadInst>(I) || isa<StoreInst>(I) || isa<BinaryOperator>(I) || I.isTerminator() ||
              (isa<CallBase>(I) && !isa<IntrinsicInst>(I));
  return Weight;
}

static uint64_t shortestWay(const Loop &L, const LoopInfo &Loops) {
  DenseMap<const BasicBlock *, uint64_t> Ways;
  LoopBlocksRPO Order(const_cast<Loop *>(&L));
  Order.perform(const_cast<LoopInfo *>(&Loops));
  uint64_t Result = UINT64_MAX;
  Ways[L.getHeader()] = weightOf(*L.getHeader());
  for (const BasicBlock *Block : Order) {
    auto Way = Ways.find(Block);
    if (Way == Ways.end())
      continue;
    uint64_t Here = Way->second;
    for (const BasicBlock *Next : successors(Block)) {
      if (Next == L.getHeader())
        Result = std::min(Result, Here);
      else if (L.contains(Next)) {
        uint64_t &Known = Ways.try_emplace(Next, UINT64_MAX).first->second;
        Known = std::min(Known, Here + weightOf(*Next));
      }
    }
  }
  return Result == UINT64_MAX ? 1 : Result;
}

bool LoopBounds::isOnEveryWay(const Loop &L) const {
  return all_of(Made->F, [&](const BasicBlock &Block) {
    return !isa<ReturnInst, UnreachableInst>(Block.getTerminator()) ||
           Made->Dominators.dominates(L.getHeader(), &Block);
  });
}

LoopBound LoopBounds::of(const Loop &L) {
  ScalarEvolution &Evolution = Made->evolution();
  LoopBound Bound;
  SmallVector<BasicBlock *, 4> Exiting;
  L.getExitingBlocks(Exiting);
  auto Take = [&](const SCEV *Turns) {
    if (isa<SCEVCouldNotCompute>(Turns))
      return;
    APInt Most = Evolution.getUnsignedRangeMax(Evolution.applyLoopGuards(Turns, &L));
    Bound.Most = std::min(Bound.Most.value_or(UINT64_MAX), Most.getLimitedValue());
  };
  for (const BasicBlock *Block : Exiting)
    Take(Evolution.getExitCount(&L, Block, ScalarEvolution::SymbolicMaximum));
  Take(Evolution.getConstantMaxBackedgeTakenCount(&L));
  Bound.IsExact = Exiting.size() == 1 && isa<SCEVConstant>(Evolution.getBackedgeTakenCount(&L));
  Bound.Shortest = shortestWay(L, Made->Loops);
  findDeciders(L, Evolution, Bound);
  return Bound;
}

} // namespace bpf
