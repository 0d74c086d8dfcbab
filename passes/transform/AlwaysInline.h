// The profile's always_inline: a BPF program is, by default, one function.
#ifndef BPFTOOLCHAIN_PASSES_TRANSFORM_ALWAYSINLINE_H
#define BPFTOOLCHAIN_PASSES_TRANSFORM_ALWAYSINLINE_H

#include "passes/target/Target.h"

namespace llvm {
class Module;
}

namespace bpf {

/// Marks every internal function always_inline that is not noinline, not address-taken (a callback) and no program.
/// Where the target has no calls, global functions too. Run it before optimisation.
/// \returns how many functions were marked.
unsigned markAlwaysInline(llvm::Module &M, const Target &T);

} // namespace bpf

#endif
