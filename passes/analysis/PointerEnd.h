// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The calls after which a pointer that a function of the kernel returned leads nowhere.
#ifndef BPFTOOLCHAIN_PASSES_ANALYSIS_POINTEREND_H
#define BPFTOOLCHAIN_PASSES_ANALYSIS_POINTEREND_H

#include "llvm/ADT/SmallVector.h"

namespace llvm {
class CallBase;
class DominatorTree;
} // namespace llvm

namespace bpf {

class KernelPointerUses;

/// In no order: the release of a record, a socket or a structure of the kernel; of a slice of a dynptr the end of the
/// dynptr, and what moves the packet; of an object in a list or tree the unlock. Empty where none is known.
llvm::SmallVector<const llvm::CallBase *> pointerEnds(const KernelPointerUses &Pointer,
                                                      const llvm::DominatorTree &Order);

} // namespace bpf

#endif
