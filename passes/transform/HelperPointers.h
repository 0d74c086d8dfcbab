// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Helpers are called through pointers: `static long (*bpf_trace_printk)(...) = (void *)6;` in libbpf's headers.
#ifndef BPFTOOLCHAIN_PASSES_TRANSFORM_HELPERPOINTERS_H
#define BPFTOOLCHAIN_PASSES_TRANSFORM_HELPERPOINTERS_H

namespace llvm {
class Module;
}

namespace bpf {

/// Puts the number in the place of every load of such a pointer, where nothing can write to it. Optimisation does so by
/// itself; without it the call would go through a register, which no kernel accepts (`unknown opcode 8d`).
/// \returns how many pointers were folded.
unsigned foldHelperPointers(llvm::Module &M);

} // namespace bpf

#endif
