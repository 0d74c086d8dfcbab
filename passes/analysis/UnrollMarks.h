// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// `#pragma unroll` is a wish. LLVM removes it from a loop when it has done what it could, also if a loop remains, so
// that it is lost afterwards.
#ifndef BPFTOOLCHAIN_PASSES_ANALYSIS_UNROLLMARKS_H
#define BPFTOOLCHAIN_PASSES_ANALYSIS_UNROLLMARKS_H

namespace llvm {
class Loop;
class Module;
} // namespace llvm

namespace bpf {

/// Marks every loop that should be unrolled completely, in metadata that LLVM preserves when it transforms the loop.
/// Run it before optimisation; the code stays the same.
void markUnrolls(llvm::Module &M);

/// True for a loop with the mark, or with the pragma itself.
bool isToBeUnrolled(const llvm::Loop &L);

} // namespace bpf

#endif
