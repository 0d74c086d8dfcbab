// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Structures whose layout is the machine's: the rows of NativeLayouts.def.
#ifndef BPFTOOLCHAIN_PASSES_TARGET_NATIVELAYOUT_H
#define BPFTOOLCHAIN_PASSES_TARGET_NATIVELAYOUT_H

#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/StringRef.h"

namespace bpf {

struct NativeLayout {
  llvm::StringRef Machine; ///< as uname -m
  llvm::StringRef Macro;   ///< of Architectures.def, the same for machines that lay it out alike
  llvm::StringRef Type;    ///< the struct's tag
  llvm::StringRef Header;  ///< how the path ends of what lays it out by the machine's macros; empty for registers
  llvm::StringRef Member;  ///< one whose offset identifies the layout
  uint64_t Offset;         ///< of that member, in bytes
  uint64_t Bytes;          ///< of the struct
  uint64_t Same;           ///< the bytes at the beginning that BPF's layout has in the same place

  /// A structure that the kernel passes to a program, whatever header declares it.
  bool isOfRegisters() const { return Header.empty(); }
};

llvm::ArrayRef<NativeLayout> nativeLayouts();

} // namespace bpf

#endif
