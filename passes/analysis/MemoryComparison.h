// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A memcmp is a call until code generation writes it out; unlike a memcpy, LLVM has no instruction for it.
#ifndef BPFTOOLCHAIN_PASSES_ANALYSIS_MEMORYCOMPARISON_H
#define BPFTOOLCHAIN_PASSES_ANALYSIS_MEMORYCOMPARISON_H

namespace llvm {
class CallBase;
}

namespace bpf {

/// True for a memcmp or bcmp that is written out where its length is a constant and small enough: no finding of
/// unresolved-call in either case.
bool isMemoryComparison(const llvm::CallBase &Call);

} // namespace bpf

#endif
