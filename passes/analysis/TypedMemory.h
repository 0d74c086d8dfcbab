// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Memory of which the kernel knows the size by a type: what a kfunc or a global function is handed.
#ifndef BPFTOOLCHAIN_PASSES_ANALYSIS_TYPEDMEMORY_H
#define BPFTOOLCHAIN_PASSES_ANALYSIS_TYPEDMEMORY_H

#include <cstdint>
#include <optional>

namespace llvm {
class CallBase;
}

namespace bpf {

struct TypedMemory {
  uint64_t Bytes;
  bool IsSure; ///< false where the kernel may see it otherwise than the declaration that the program has
};

/// The bytes that the kernel wants to find readable behind an argument of a call, whatever its const says. Nothing
/// where the callee is verified together with the caller, where the kernel keeps account itself of what lies there, and
/// where the types do not say.
std::optional<TypedMemory> typedMemory(const llvm::CallBase &Call, unsigned Argument);

} // namespace bpf

#endif
