// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// How this process gets its memory.
#ifndef BPFTOOLCHAIN_DRIVER_PROCESS_OUTOFMEMORY_H
#define BPFTOOLCHAIN_DRIVER_PROCESS_OUTOFMEMORY_H

namespace bpf {

/// A compile allocates some megabytes and ends: memory is taken in large pieces and never given back, in huge pages
/// where the kernel has them. Where there is none left, bpfcc says so and ends with NotDone. Call it first; a system
/// that knows none of this is left as it is.
void prepareHeap();

} // namespace bpf

#endif
