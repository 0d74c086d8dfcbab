// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Control dependences backwards, each with the data that its condition is computed from.
#include "passes/analysis/CertainPath.h"
#include "passes/analysis/FieldOffset.h"
#include "passes/analysis/KernelCall.h"
#include "passes/analysis/KnownElement.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/IR/CFG.h"
#include "llvm/IR/Function.h"
#include "llvm/IR/Instructions.h"
#include "llvm/IR/Module.h"
#include "llvm/IR/PatternMatch.h"

using namespace llvm;

namespace bpf {

/// The parts of a condition that all have to hold for it to have that truth: LLVM joins several tests in one branch.
static void addTests(const Value &Condition, bool Truth, SmallVectorImpl<PathTest> &Tests) {
  using namespace PatternMatch;
  const Value *First, *Second;
  if (match(&Condition, m_Not(m_Value(First))))
    return addTests(*First, !Truth, Tests);
  if (match(&Condition, m_Freeze(m_Value(First))))
    return addTests(*First, Truth, Tests);
  if (const Value &Passed = behindFence(Condition); &Passed != &Condition)
    return addTests(Passed, Truth, Tests);
  bool IsJoined = Truth ? match(&Condition, m_LogicalAnd(m_Value(First), m_Value(Second)))
                        : match(&Condition, m_LogicalOr(m_Value(First), m_Value(Second)));
  if (!IsJoined) {
    Tests.push_back({&Condition, Truth});
    return;
  }
  addTests(*First, Truth, Tests);
  addTests(*Second, Truth, Tests);
}

static SmallVector<PathTest> testsOf(const Decision &Each) {
  SmallVector<PathTest> Tests;
  if (const auto *Switch = dyn_cast<SwitchInst>(Each.Branch))
    Tests.push_back({Switch->getCondition(), true, Switch, Each.To});
  else if (const auto *Branch = dyn_cast<BranchInst>(Each.Branch))
    addTests(*Branch->getCondition(), Each.To == Branch->getSuccessor(0), Tests);
  return Tests;
}

/// True if a lookup that newer kernels know to be successful is found to be.
static bool findsKnownElement(const PathTest &Test) {
  using namespace PatternMatch;
  CmpPredicate Predicate;
  const Value *Pointer;
  if (!match(Test.Condition, m_ICmp(Predicate, m_Value(Pointer), m_Zero())))
    return false;
  const auto *Call = dyn_cast<CallBase>(Pointer);
  return Call && mayBeKnownElement(*Call) && Test.Truth == (Predicate == ICmpInst::ICMP_NE);
}

static bool mayPass(const PathTest &Test, const PathQuery &Query, PathData &Data) {
  Passes Way = Query.Judge(Test);
  if (Way != Passes::IfOpen)
    return Way == Passes::Surely;
  if (findsKnownElement(Test))
    return true;
  ArrayRef<const Value *> Open = Data.of(*Test.Condition);
  return !Open.empty() && !is_contained(Open, Query.Subject);
}

/// Adds the tests of a decision to those of a path. \returns false where it may not go on so.
static bool addDecision(const Decision &Next, PathTests &Path, const PathQuery &Query, PathData &Data) {
  SmallVector<PathTest> Tests = testsOf(Next);
  constexpr size_t Enough = 64;
  if (Tests.empty() || Path.size() + Tests.size() > Enough ||
      !all_of(Tests, [&](const PathTest &Each) { return mayPass(Each, Query, Data); }))
    return false;
  append_range(Path, Tests);
  return Data.areSatisfiable(Path, Path.size() - Tests.size());
}

CertainPaths::CertainPaths(const Module &M) : Looked(M), MayThrow(M.getFunction("bpf_throw")) {}

const DecidingBranches &CertainPaths::branchesOf(const Function &F) {
  std::unique_ptr<DecidingBranches> &Known = Branches[&F];
  if (!Known)
    Known = std::make_unique<DecidingBranches>(F);
  return *Known;
}

std::optional<PathTests> CertainPaths::to(const Instruction &I, const PathQuery &Query) {
  const Function &F = *I.getFunction();
  if (MayThrow || Looked.of(I) != Reached::Surely || !isCertain(F, 0))
    return std::nullopt;
  auto TestsOn = [](const Decisions &Path) {
    PathTests Tests;
    for (const Decision &Each : Path)
      append_range(Tests, testsOf(Each));
    return Tests;
  };
  std::optional<Decisions> Path =
      branchesOf(F).pathTo(*I.getParent(), [&](const Decisions &Behind, const Decision &Next) {
        PathTests Tests = TestsOn(Behind);
        return addDecision(Next, Tests, Query, Data);
      });
  return Path ? std::optional(TestsOn(*Path)) : std::nullopt;
}

namespace {

/// Walks forward, one path after the other.
class PathWalk {
public:
  PathWalk(const PathQuery &Query, PathVisitor Visit, PathData &Data) : Query(Query), Visit(Visit), Data(Data) {}

  /// \returns what was found; null for nothing.
  const Instruction *walk(const BasicBlock &Block, BasicBlock::const_iterator From, const PathTests &Path, int Open);

private:
  const Instruction *walkOn(const BasicBlock &Block, const PathTests &Path, int Open);

  const PathQuery &Query;
  PathVisitor Visit;
  PathData &Data;
  SmallPtrSet<const BasicBlock *, 16> OnPath;
  unsigned Steps = 0;
};

} // namespace

const Instruction *PathWalk::walk(const BasicBlock &Block, BasicBlock::const_iterator From, const PathTests &Path,
                                  int Open) {
  constexpr unsigned Enough = 512;
  if (++Steps > Enough)
    return nullptr;
  for (const Instruction &Each : make_range(From, Block.end()))
    if (Step Next = Visit(Each, Open); Next != Step::On)
      return Next == Step::Found ? &Each : nullptr;
  if (!OnPath.insert(&Block).second)
    return nullptr;
  const Instruction *Found = walkOn(Block, Path, Open);
  OnPath.erase(&Block);
  // Returns are joined; the branch to them is where the source has one.
  bool IsShared = Found && isa<ReturnInst>(Found) && Found->getParent()->hasNPredecessorsOrMore(2);
  return IsShared ? Block.getTerminator() : Found;
}

const Instruction *PathWalk::walkOn(const BasicBlock &Block, const PathTests &Path, int Open) {
  const Instruction &Last = *Block.getTerminator();
  for (const BasicBlock *To : successors(&Block)) {
    PathTests Longer = Path;
    if (OnPath.contains(To) || (Last.getNumSuccessors() > 1 && !addDecision({&Last, To}, Longer, Query, Data)))
      continue;
    if (const Instruction *Found = walk(*To, To->begin(), Longer, Open))
      return Found;
  }
  return nullptr;
}

const Instruction *CertainPaths::follow(const Instruction &Begin, const PathQuery &Query, PathVisitor Visit) {
  std::optional<PathTests> Before = to(Begin, Query);
  return Before ? PathWalk(Query, Visit, Data).walk(*Begin.getParent(), std::next(Begin.getIterator()), *Before, 1)
                : nullptr;
}

/// A program, or what the kernel verifies alone, is. Of a function that is verified at its calls one of these has to
/// be.
bool CertainPaths::isCertain(const Function &F, unsigned Depth) {
  constexpr unsigned Deep = 8;
  // A loader may leave out members of a struct_ops, and does not load their programs then.
  if (F.getSection().starts_with("struct_ops"))
    return false;
  if (isProgram(F) || !isVerifiedAtCalls(F))
    return true;
  auto [Known, IsNew] = Certain.try_emplace(&F, false);
  if (!IsNew || Depth == Deep)
    return Known->second;
  bool Result = any_of(F.uses(), [&](const Use &Each) { return isCertainUse(Each, Depth); });
  return Certain[&F] = Result;
}

static bool isPassedAsCallback(const Use &Each) {
  const auto *Call = dyn_cast<CallBase>(Each.getUser());
  std::optional<KernelCall> Called = Call && Call->isArgOperand(&Each) ? kernelCall(*Call) : std::nullopt;
  return Called && Called->argument(Call->getArgOperandNo(&Each)).Kind == ArgumentKind::Callback;
}

bool CertainPaths::isCertainUse(const Use &Each, unsigned Depth) {
  const auto *Call = dyn_cast<CallBase>(Each.getUser());
  return Call && (Call->isCallee(&Each) || isPassedAsCallback(Each)) && Looked.of(*Call) == Reached::Surely &&
         isCertain(*Call->getFunction(), Depth + 1) &&
         to(*Call, {nullptr, [](const PathTest &) { return Passes::IfOpen; }}).has_value();
}

} // namespace bpf
