// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// ScalarEvolution answers with a constant, the most that a loop can run; otherwise loopDeciders() decides whether
// the kernel may have one.
#include "passes/analysis/LoopBound.h"
#include "passes/analysis/LoopDeciders.h"
#include "passes/analysis/LoopPath.h"
#include "passes/analysis/ValueName.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Analysis/AssumptionCache.h"
#include "llvm/Analysis/LoopInfo.h"
#include "llvm/Analysis/ScalarEvolution.h"
#include "llvm/Analysis/ScalarEvolutionExpressions.h"
#include "llvm/Analysis/TargetLibraryInfo.h"
#include "llvm/IR/Dominators.h"
#include "llvm/IR/Instructions.h"
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

bool LoopBounds::isOnEveryPath(const Loop &L) const {
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
  auto Consume = [&](const SCEV *Iterations) {
    if (isa<SCEVCouldNotCompute>(Iterations))
      return;
    APInt Most = Evolution.getUnsignedRangeMax(Evolution.applyLoopGuards(Iterations, &L));
    Bound.Most = std::min(Bound.Most.value_or(UINT64_MAX), Most.getLimitedValue());
  };
  for (const BasicBlock *Block : Exiting)
    Consume(Evolution.getExitCount(&L, Block, ScalarEvolution::SymbolicMaximum));
  Consume(Evolution.getConstantMaxBackedgeTakenCount(&L));
  Bound.IsExact = Exiting.size() == 1 && isa<SCEVConstant>(Evolution.getBackedgeTakenCount(&L));
  Bound.Shortest = shortestPath(L, Made->Loops);
  for (const Value *Each : loopDeciders(L, Evolution)) {
    Bound.IsOpen = true;
    if (Bound.Decider.empty())
      Bound.Decider = valueName(*Each);
  }
  return Bound;
}

} // namespace bpf
