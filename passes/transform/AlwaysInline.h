// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Which functions the profile's always_inline is for, and marking them: under --inline=always all of them, otherwise
// those that cannot be called.
#ifndef BPFTOOLCHAIN_PASSES_TRANSFORM_ALWAYSINLINE_H
#define BPFTOOLCHAIN_PASSES_TRANSFORM_ALWAYSINLINE_H

#include "passes/target/Target.h"
#include <vector>

namespace llvm {
class Function;
class Module;
} // namespace llvm

namespace bpf {

/// True for an internal function that is not noinline, not address-taken (a callback) and no program, and has no mark
/// yet.
/// \param GlobalsToo global functions are of that kind too.
bool mayBeInlined(const llvm::Function &F, bool GlobalsToo);

/// Marks every such function always_inline. Where the target has no calls, global functions too. Run it before
/// optimisation.
/// \returns how many functions were marked.
unsigned markAlwaysInline(llvm::Module &M, const Target &T);

/// Marks those of them that BPF cannot call: with arguments that need more than its five registers, with a result of
/// more than one, with a structure by value, and those whose body is for inlining alone (inline of C99).
/// \returns how many functions were marked.
unsigned markUncallable(llvm::Module &M);

} // namespace bpf

#endif
