// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Memory whose size the kernel knows from a type: arguments of kfuncs and global functions.
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

/// The bytes that the kernel requires to be readable at an argument of a call, whatever its const. Nothing
/// where the callee is verified together with the caller, where the kernel keeps account itself of what lies there, and
/// if the types do not determine it.
std::optional<TypedMemory> typedMemory(const llvm::CallBase &Call, unsigned Argument);

} // namespace bpf

#endif
