// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// What the kernel wrote to the stack of a program: bpf_skb_load_bytes() and its like.
#ifndef BPFTOOLCHAIN_PASSES_ANALYSIS_FILLEDSTACK_H
#define BPFTOOLCHAIN_PASSES_ANALYSIS_FILLEDSTACK_H

namespace llvm {
class LoadInst;
}

namespace bpf {

/// The verifier keeps account of what a program writes to its stack. What a function of the kernel writes there, it
/// does not know. True for a read of such bytes, which nothing else has written since.
bool isFilledByKernel(const llvm::LoadInst &Load);

} // namespace bpf

#endif
