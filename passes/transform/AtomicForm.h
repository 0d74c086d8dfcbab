// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// BPF has two forms of an atomic operation: `lock *(u64 *)(r1 + 0) += r2`, which returns nothing and is, for an
// addition, the one that every kernel has, and atomic_fetch_add(), which returns the old value. LLVM 22 chooses by
// memory order.
#ifndef BPFTOOLCHAIN_PASSES_TRANSFORM_ATOMICFORM_H
#define BPFTOOLCHAIN_PASSES_TRANSFORM_ATOMICFORM_H

#include "passes/target/Target.h"

namespace llvm {
class Module;
}

namespace bpf {

/// Makes LLVM choose by what is used instead:
/// - An operation whose result is used returns it. LLVM writes the first form for a relaxed one, whatever is done with
///   the result, and the program goes on with the operand in place of the old value.
/// - An addition or subtraction whose result is not used is the first form where the target has no other: an
/// instruction
///   set before v3, or Linux before 5.12. LLVM writes the second for all but relaxed ones, also for
///   __sync_fetch_and_add(). On these targets there is no stronger form, so no order is lost.
/// Run it after optimisation, when it is known what has no use.
void chooseAtomicForms(llvm::Module &M, const Target &T);

} // namespace bpf

#endif
