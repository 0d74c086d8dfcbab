// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The profile's always_inline with a bound (--inline=bounded): LLVM's own inliner chooses first, and of what it left as
// calls as much is inlined as the object stays small with.
#ifndef BPFTOOLCHAIN_PASSES_TRANSFORM_BOUNDEDINLINE_H
#define BPFTOOLCHAIN_PASSES_TRANSFORM_BOUNDEDINLINE_H

#include "passes/target/Target.h"

namespace llvm {
class Module;
class TargetMachine;
} // namespace llvm

namespace bpf {

/// Inlines functions that may always be (see AlwaysInline.h), the one whose copies add least first, while the
/// estimated size of the module grows by no more than so many percent, and simplifies their callers once more.
/// What the target rejects as a call is inlined beyond the bound (see LockedCalls.h).
/// Run it after optimisation; calls within functions that are not to be optimised stay.
/// \param Machine that of the code, whose costs the simplification asks.
void inlineWithinBound(llvm::Module &M, const Target &T, llvm::TargetMachine &Machine, unsigned Percent);

} // namespace bpf

#endif
