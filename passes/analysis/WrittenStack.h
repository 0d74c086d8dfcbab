// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Which bytes of a stack slot a call finds written.
#ifndef BPFTOOLCHAIN_PASSES_ANALYSIS_WRITTENSTACK_H
#define BPFTOOLCHAIN_PASSES_ANALYSIS_WRITTENSTACK_H

#include "llvm/ADT/BitVector.h"

namespace llvm {
class CallBase;
}

namespace bpf {

class StackSlot;

/// The bytes that are written on some path from the function's beginning to the call.
llvm::BitVector writtenOnSomePath(const StackSlot &Slot, const llvm::CallBase &Call);

/// The bytes that are written on every path to it, also on one that never runs because two conditions exclude each
/// other.
llvm::BitVector writtenOnEveryPath(const StackSlot &Slot, const llvm::CallBase &Call);

/// The bytes that the kernel may treat as written when these are: for some stores it marks all of the eight bytes that
/// belong together, so only eight of which none is written are certainly rejected.
llvm::BitVector assumedWritten(const StackSlot &Slot, const llvm::BitVector &Written);

} // namespace bpf

#endif
