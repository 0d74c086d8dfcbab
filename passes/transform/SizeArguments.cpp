// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The verifier wants the range of all 64 bits of a size, and the compare before bounds the lower half, or a copy that
// was extended. The size is extended once, compared and passed.
#include "passes/analysis/HelperCall.h"
#include "passes/target/Kfunc.h"
#include "passes/transform/Repairs.h"
#include "passes/transform/Widen.h"
#include "llvm/IR/InstrTypes.h"
#include "llvm/IR/Instructions.h"

using namespace llvm;

namespace bpf {

static bool isSize(const Use &Each) {
  const auto *Call = dyn_cast<CallBase>(Each.getUser());
  if (!Call || !Call->isArgOperand(&Each))
    return false;
  unsigned Index = Call->getArgOperandNo(&Each);
  if (const Helper *Called = calledHelper(*Call))
    return Called->argument(Index).Kind == ArgumentKind::Size;
  const Function *Callee = Call->getCalledFunction();
  const Kfunc *Called = Callee ? findKfunc(Callee->getName()) : nullptr;
  return Called && Called->argument(Index).Kind == ArgumentKind::Size;
}

void repairSizeArguments(Function &F, const Target &T, Repairs &R) {
  WidenRequest Request = {.NeedsRange = isSize,
                          .MayWiden =
                              [&](const Instruction &At) {
                                return R.mayRepair(Transform::SizeArguments, At,
                                                   "a size is tested and passed in one register");
                              },
                          .HasAlu32 = T.hasAlu32(),
                          .KnownHalvesStay = true};
  widenValues(F, Request);
}

} // namespace bpf
