// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Accesses to a context as one call each, which optimization cannot split, become a pointer and a load or store
// again.
#ifndef BPFTOOLCHAIN_PASSES_TRANSFORM_CONTEXTOFFSETS_H
#define BPFTOOLCHAIN_PASSES_TRANSFORM_CONTEXTOFFSETS_H

namespace llvm {
class Function;
class Module;
} // namespace llvm

namespace bpf {

/// Does what LLVM's BPFCheckAndAdjustIR does at the begin of code generation, after optimization: so that checks see
/// loads and stores.
void revealContextAccesses(llvm::Module &M);

/// Drops what the front end made of preserve_static_offset in a function, before optimization.
void exposeContexts(llvm::Function &F);

} // namespace bpf

#endif
