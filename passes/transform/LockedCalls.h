// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Calls of the program's own functions while it holds a lock, which kernels before 6.9 reject: "function calls are not
// allowed while holding a lock", "bpf_rcu_read_unlock is missing". Inlined they load.
#ifndef BPFTOOLCHAIN_PASSES_TRANSFORM_LOCKEDCALLS_H
#define BPFTOOLCHAIN_PASSES_TRANSFORM_LOCKEDCALLS_H

#include "llvm/ADT/STLFunctionalExtras.h"
#include "llvm/ADT/SetVector.h"

namespace llvm {
class Function;
class Module;
} // namespace llvm

namespace bpf {

/// Inlines every call that may be made while a bpf_spin_lock or the RCU read lock is held, and what such a function
/// calls in turn. Run it after optimization, which has inlined what acquires and releases a lock.
/// \param MayGo true for a function that may be inlined.
/// \returns the functions that something was inlined into.
llvm::SetVector<llvm::Function *> inlineUnderLocks(llvm::Module &M,
                                                   llvm::function_ref<bool(const llvm::Function &)> MayGo);

} // namespace bpf

#endif
