// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Lookups of which newer kernels know that they find an element.
#ifndef BPFTOOLCHAIN_PASSES_ANALYSIS_KNOWNELEMENT_H
#define BPFTOOLCHAIN_PASSES_ANALYSIS_KNOWNELEMENT_H

namespace llvm {
class CallBase;
}

namespace bpf {

/// True if the verifier may know that the result is not NULL: a lookup in a map of type ARRAY or PERCPU_ARRAY whose key
/// may be a constant on the stack (get_constant_map_key() in kernel/bpf/verifier.c, Feature::ConstantKeyLookup).
bool mayBeKnownElement(const llvm::CallBase &Call);

} // namespace bpf

#endif
