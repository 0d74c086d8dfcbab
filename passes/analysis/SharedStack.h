// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Variables that code generation lays on one another.
#ifndef BPFTOOLCHAIN_PASSES_ANALYSIS_SHAREDSTACK_H
#define BPFTOOLCHAIN_PASSES_ANALYSIS_SHAREDSTACK_H

namespace llvm {
class AllocaInst;
}

namespace bpf {

/// True where a variable may lie in memory that another one had before it, so that the kernel finds written what that
/// wrote.
bool mayShareStack(const llvm::AllocaInst &Memory);

} // namespace bpf

#endif
