// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The instruction that LLVM emits for a call through a pointer (callx) is one that no kernel has:
// resolve_pseudo_ldimm64() in kernel/bpf/verifier.c rejects it wherever it is, as "unknown opcode 8d"
// (-Wbpf-indirect-call). A helper is called through a constant.
#include "passes/RunChecks.h"
#include "passes/analysis/Location.h"
#include "passes/analysis/Reach.h"
#include "llvm/IR/InstIterator.h"
#include "llvm/IR/InstrTypes.h"
#include "llvm/IR/Module.h"

using namespace llvm;

namespace bpf {

static bool isOfHelpers(const CallBase &Call) { return isa<IntToPtrInst>(Call.getCalledOperand()); }

void checkIndirectCall(const Module &M, const Target &, Report R) {
  std::optional<Reach> Looked;
  for (const Function &F : M)
    for (const Instruction &I : instructions(F)) {
      const auto *Call = dyn_cast<CallBase>(&I);
      if (!Call || !Call->isIndirectCall())
        continue;
      if (!Looked)
        Looked.emplace(M);
      if (Looked->of(F) == Reached::Never)
        continue;
      Finding Found = findingAt(I, Check::IndirectCall, Severity::Rejected,
                                "a call through a pointer: BPF programs can only call a function by its name");
      Found.Notes.push_back({isOfHelpers(*Call) ? "call each helper by its name, in branches"
                                                : "use a switch that calls each function by its name, or tail calls "
                                                  "through a map of type PROG_ARRAY",
                             {}});
      R(std::move(Found));
    }
}

} // namespace bpf
