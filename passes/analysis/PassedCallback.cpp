// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The rows CALLBACK of ReturnRanges.def say which helpers and kfuncs accept one.
#include "passes/analysis/PassedCallback.h"
#include "passes/analysis/HelperCall.h"
#include "passes/target/ReturnRange.h"
#include "llvm/IR/Function.h"
#include "llvm/IR/InstrTypes.h"

using namespace llvm;

namespace bpf {

const CallbackRule *callbackRuleOf(const CallBase &Call) {
  if (const Helper *Called = calledHelper(Call))
    return findCallback(Called->Name);
  const Function *Callee = Call.getCalledFunction();
  return Callee && Callee->isDeclaration() ? findCallback(Callee->getName()) : nullptr;
}

std::optional<PassedCallback> passedCallback(const CallBase &Call) {
  const CallbackRule *Rule = callbackRuleOf(Call);
  if (!Rule)
    return std::nullopt;
  for (const Use &Each : Call.args())
    if (const auto *F = dyn_cast<Function>(Each->stripPointerCasts()); F && !F->isDeclaration())
      return PassedCallback{*F, *Rule};
  return std::nullopt;
}

} // namespace bpf
