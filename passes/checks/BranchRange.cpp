// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A branch has a 16-bit offset, counted in instructions: in a function of more than 32767 it may not reach
// (-Wbpf-branch-range). Only code generation knows the distances, and LLVM ends the process there; the counts it
// reported before identify the function. Since v4 gotol reaches anywhere.
#include "passes/RunChecks.h"
#include "passes/analysis/MachineFacts.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/FormatVariadic.h"

using namespace llvm;

namespace bpf {

void checkBranchRange(const MachineFacts &Facts, const Target &T, Report R) {
  if (!Facts.BranchOutOfRange || Facts.Functions.empty())
    return;
  // The count leaves out the second half of 64-bit constants, so that no number can be the limit: the largest it is.
  const auto &[Name, Largest] = *max_element(
      Facts.Functions, [](const auto &A, const auto &B) { return A.second.Instructions < B.second.Instructions; });
  Finding F{Check::BranchRange, Severity::Rejected, Largest.Declared, "", {}, {}};
  F.Message =
      formatv("a branch in '{0}' is out of range: the function has {1} instructions, and a branch reaches 32767", Name,
              Largest.Instructions);
  F.Notes.push_back({T.accepts(Cpu::V4)
                         ? "use -mcpu=v4, whose branches reach further, or split it into functions marked noinline"
                         : "split it into functions marked noinline",
                     {}});
  R(std::move(F));
}

} // namespace bpf
