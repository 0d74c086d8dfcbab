// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// From the values of a PHI in the loop's header, from inside, back to the PHI, not through memory or calls.
#include "passes/analysis/LoopStep.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Analysis/LoopInfo.h"
#include "llvm/Analysis/ScalarEvolution.h"
#include "llvm/Analysis/ScalarEvolutionExpressions.h"
#include "llvm/IR/Instructions.h"

using namespace llvm;

namespace bpf {

static bool usesItsLastValue(const PHINode &Phi, const Loop &L) {
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

static bool countsInSteps(const PHINode &Phi, ScalarEvolution &Evolution) {
  const auto *Counter = dyn_cast<SCEVAddRecExpr>(Evolution.getSCEV(const_cast<PHINode *>(&Phi)));
  return Counter && Counter->isAffine() && isa<SCEVConstant>(Counter->getStepRecurrence(Evolution));
}

bool isComputedFromItself(const PHINode &Phi, const Loop &L, ScalarEvolution &Evolution) {
  return Phi.getParent() == L.getHeader() && Evolution.isSCEVable(Phi.getType()) && !countsInSteps(Phi, Evolution) &&
         usesItsLastValue(Phi, L);
}

} // namespace bpf
