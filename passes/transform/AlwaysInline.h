// The profile's always_inline: a BPF program is, by default, one function.
#ifndef BPFTOOLCHAIN_PASSES_TRANSFORM_ALWAYSINLINE_H
#define BPFTOOLCHAIN_PASSES_TRANSFORM_ALWAYSINLINE_H

#include "passes/target/Target.h"
#include <vector>

namespace llvm {
class Function;
class Module;
} // namespace llvm

namespace bpf {

/// Every internal function that is called and not noinline, not address-taken (a callback) and no program; where the
/// target has no calls, global functions too. Ask before optimisation.
std::vector<llvm::Function *> inlinedFunctions(llvm::Module &M, const Target &T);

/// Marks them always_inline.
void markAlwaysInline(llvm::ArrayRef<llvm::Function *> Functions);

} // namespace bpf

#endif
