// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// How a value changes from one iteration of a loop to the next.
#ifndef BPFTOOLCHAIN_PASSES_ANALYSIS_LOOPSTEP_H
#define BPFTOOLCHAIN_PASSES_ANALYSIS_LOOPSTEP_H

namespace llvm {
class Loop;
class PHINode;
class ScalarEvolution;
} // namespace llvm

namespace bpf {

/// True where the loop shifts, divides or advances the value by something each time around: that ends for reasons that
/// ScalarEvolution does not see. What counts in constant steps it sees.
bool isComputedFromItself(const llvm::PHINode &Phi, const llvm::Loop &L, llvm::ScalarEvolution &Evolution);

} // namespace bpf

#endif
