// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A memcpy of the source, an assignment of a struct and a loop that LLVM found to copy are one instruction after
// optimisation.
#ifndef BPFTOOLCHAIN_PASSES_ANALYSIS_COPYMARKS_H
#define BPFTOOLCHAIN_PASSES_ANALYSIS_COPYMARKS_H

#include <cstdint>

namespace llvm {
class MemIntrinsic;
class Module;
} // namespace llvm

namespace bpf {

enum class CopyForm : uint8_t {
  Unknown,    ///< nothing was noted for the module
  Call,       ///< a call of memcpy, memmove or memset, or what clang makes of an initialiser
  Assignment, ///< of a struct
  Loop,       ///< no copy was there before optimisation
};

/// Notes in the module's metadata where it copies and sets memory. Run it before optimisation.
void markCopies(llvm::Module &M);

/// What a copy of the optimised module was in the source.
CopyForm formOf(const llvm::MemIntrinsic &Copy);

/// Removes the notes.
void forgetCopies(llvm::Module &M);

} // namespace bpf

#endif
