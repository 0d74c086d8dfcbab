// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Where ScalarEvolution has no answer the kernel may have one: it runs the loop. So a condition counts as open only
// where all that it depends on is open data, which nothing in the program bounds.
#include "passes/analysis/OpenCondition.h"
#include "passes/analysis/LoopStep.h"
#include "passes/analysis/OpenData.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Analysis/LoopInfo.h"
#include "llvm/IR/Instructions.h"

using namespace llvm;

namespace bpf {

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

const Value *openData(const Value &Condition, const Loop &L, ScalarEvolution &Evolution) {
  auto MayFollow = [&](const PHINode &Phi) { return !isComputedFromItself(Phi, L, Evolution); };
  OpenData Found(MayFollow);
  Found.follow(Condition);
  bool MayBeKnown = Found.mayBeKnown() || any_of(Found.data(), [](const Value *Each) { return isChecked(*Each); });
  return MayBeKnown || Found.data().empty() ? nullptr : Found.data().front();
}

} // namespace bpf
