// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The length of an iteration of a loop.
#ifndef BPFTOOLCHAIN_PASSES_ANALYSIS_LOOPPATH_H
#define BPFTOOLCHAIN_PASSES_ANALYSIS_LOOPPATH_H

#include <cstdint>

namespace llvm {
class Loop;
class LoopInfo;
} // namespace llvm

namespace bpf {

/// \returns the number of instructions on the shortest path around the loop, a lower bound of those that the verifier
/// processes.
uint64_t shortestPath(const llvm::Loop &L, const llvm::LoopInfo &Loops);

} // namespace bpf

#endif
