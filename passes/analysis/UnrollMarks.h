// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// `#pragma unroll` is a wish. LLVM takes it off a loop when it has done what it could, also where a loop is left, so
// that afterwards nobody can tell whether it was there.
#ifndef BPFTOOLCHAIN_PASSES_ANALYSIS_UNROLLMARKS_H
#define BPFTOOLCHAIN_PASSES_ANALYSIS_UNROLLMARKS_H

namespace llvm {
class Loop;
class Module;
} // namespace llvm

namespace bpf {

/// Marks every loop that is to be unrolled completely, in metadata that LLVM hands on to what it makes of the loop. Run
/// it before optimisation; the code stays the same.
void markUnrolls(llvm::Module &M);

/// True for a loop with the mark, or with the pragma itself.
bool isToBeUnrolled(const llvm::Loop &L);

} // namespace bpf

#endif
