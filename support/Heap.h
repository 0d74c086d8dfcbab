// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// How a process that reads, works and ends gets its memory.
#ifndef BPFTOOLCHAIN_SUPPORT_HEAP_H
#define BPFTOOLCHAIN_SUPPORT_HEAP_H

namespace bpf {

/// Memory is allocated in large blocks and never freed, and the first of them in huge pages if the kernel has
/// these to who asks. Call it first; a system that knows none of this is left as it is.
void allocateInBlocks();

} // namespace bpf

#endif
