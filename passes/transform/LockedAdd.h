// An atomic addition whose result nobody uses is `lock *(u64 *)(r1 + 0) += r2`, which every kernel takes.
#ifndef BPFTOOLCHAIN_PASSES_TRANSFORM_LOCKEDADD_H
#define BPFTOOLCHAIN_PASSES_TRANSFORM_LOCKEDADD_H

#include "passes/target/Target.h"

namespace llvm {
class Module;
}

namespace bpf {

/// Where the target has no atomics that return a value (Linux before 5.12), or the instruction set is older than v3,
/// makes LLVM write that form for every atomic addition without a use: it would write the returning form for all but
/// relaxed ones, also for __sync_fetch_and_add(). On these targets there is no stronger form, so no order is lost.
/// Run it after optimisation, when it is known what has no use.
void lockUnusedAdditions(llvm::Module &M, const Target &T);

} // namespace bpf

#endif
