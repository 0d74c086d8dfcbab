// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Before Linux 4.16, and with a loader that relocates maps only, a program is one function: what is not inlined
// cannot be called (-Wbpf-function-call).
#include "passes/RunChecks.h"
#include "passes/analysis/LibraryCall.h"
#include "passes/analysis/Location.h"
#include "passes/analysis/Reach.h"
#include "llvm/IR/InstIterator.h"
#include "llvm/IR/InstrTypes.h"
#include "llvm/IR/Module.h"
#include "llvm/Support/FormatVariadic.h"

using namespace llvm;

namespace bpf {

static std::string remedyFor(const Function &Callee) {
  if (Callee.hasFnAttribute(Attribute::NoInline))
    return formatv("remove noinline from '{0}'", Callee.getName());
  return formatv("'{0}' could not be inlined; recursive functions never can", Callee.getName());
}

static Finding left(const Instruction &I, const Function &Callee, const Target &T) {
  Finding Found =
      findingAt(I, Check::FunctionCall, Severity::Rejected,
                formatv("the call of '{0}' was not inlined, and {1} does not support calls between functions",
                        Callee.getName(), T.componentWithoutCalls()));
  Found.Notes.push_back({Callee.isDeclaration() ? formatv("define '{0}' in this source, or static inline in a header: "
                                                          "functions of other sources are not inlined",
                                                          Callee.getName())
                                                      .str()
                                                : remedyFor(Callee),
                         {}});
  return Found;
}

static void checkCalls(const Function &F, const Target &T, Report R) {
  for (const Instruction &I : instructions(F)) {
    const auto *Call = dyn_cast<CallBase>(&I);
    const Function *Callee = Call ? Call->getCalledFunction() : nullptr;
    // Functions without a source are reported by unresolved-call.
    if (!Callee || (Callee->isDeclaration() && !mayBeElsewhere(*Callee)))
      continue;
    R(left(I, *Callee, T));
  }
}

void checkFunctionCall(const Module &M, const Target &T, Report R) {
  if (T.has(Feature::FunctionCalls))
    return;
  Reach Looked(M);
  // What no program reaches is not loaded. A call behind a branch that is decided at load time is, with its callee: a
  // kernel without calls rejects that as unreachable code.
  for (const Function &F : M)
    if (!F.isDeclaration() && Looked.of(F) != Reached::Never)
      checkCalls(F, T, R);
}

} // namespace bpf
