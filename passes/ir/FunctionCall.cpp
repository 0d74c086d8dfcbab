// Before Linux 4.16, and with a loader that relocates maps only, a program is one function: what is not inlined
// cannot be called (-Wbpf-function-call).
#include "passes/RunChecks.h"
#include "passes/ir/Location.h"
#include "passes/ir/Reach.h"
#include "llvm/IR/InstIterator.h"
#include "llvm/IR/InstrTypes.h"
#include "llvm/IR/Module.h"
#include "llvm/Support/FormatVariadic.h"

using namespace llvm;

namespace bpf {

static std::string remedyFor(const Function &Callee) {
  if (Callee.hasFnAttribute(Attribute::NoInline))
    return formatv("remove noinline from '{0}'", Callee.getName());
  return formatv("'{0}' could not be inlined; a function that calls itself never can", Callee.getName());
}

void checkFunctionCall(const Module &M, const Target &T, Report R) {
  if (T.has(Feature::FunctionCalls))
    return;
  Reach Looked(M);
  for (const Function &F : M) {
    // What no program reaches is not loaded. A call behind a branch that is decided at load time is, with its callee:
    // a kernel without calls refuses that as code that no jump leads to.
    if (Looked.of(F) == Reached::Never)
      continue;
    for (const Instruction &I : instructions(F)) {
      const auto *Call = dyn_cast<CallBase>(&I);
      const Function *Callee = Call ? Call->getCalledFunction() : nullptr;
      if (!Callee || Callee->isDeclaration())
        continue;
      Finding Found = findingAt(I, Check::FunctionCall, Severity::Refused,
                                formatv("the call of '{0}' is left; {1} takes no calls between functions",
                                        Callee->getName(), T.kernelAndLoader()));
      Found.Notes.push_back({remedyFor(*Callee), {}});
      R(std::move(Found));
    }
  }
}

} // namespace bpf
