// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// How this process gets its memory.
#ifndef BPFTOOLCHAIN_DRIVER_PROCESS_OUTOFMEMORY_H
#define BPFTOOLCHAIN_DRIVER_PROCESS_OUTOFMEMORY_H

namespace bpf {

/// A compile allocates some megabytes and ends: memory is allocated in large blocks and never freed, in huge pages
/// if the kernel has them. When there is no more, bpfcc reports it and ends with NotDone. Call it first; a system
/// that knows none of this is left as it is.
void prepareHeap();

} // namespace bpf

#endif
