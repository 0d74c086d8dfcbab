// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// How long the way around a loop is.
#ifndef BPFTOOLCHAIN_PASSES_ANALYSIS_LOOPWAY_H
#define BPFTOOLCHAIN_PASSES_ANALYSIS_LOOPWAY_H

#include <cstdint>

namespace llvm {
class Loop;
class LoopInfo;
} // namespace llvm

namespace bpf {

/// The instructions on the shortest way around, as the IR counts them: what becomes one of BPF for sure.
uint64_t shortestWay(const llvm::Loop &L, const llvm::LoopInfo &Loops);

} // namespace bpf

#endif
