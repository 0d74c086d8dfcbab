// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Instructions of LLVM's BPF target by name: their numbers are not in LLVM's headers.
#ifndef BPFTOOLCHAIN_PASSES_TRANSFORM_OPCODES_H
#define BPFTOOLCHAIN_PASSES_TRANSFORM_OPCODES_H

#include "llvm/ADT/StringRef.h"

namespace llvm {
class TargetInstrInfo;
}

namespace bpf {

/// The opcode of that name, as in BPFInstrInfo.td. Ends the process with LLVM's words where LLVM has no such
/// instruction, which a test of each transform finds.
unsigned opcodeOf(llvm::StringRef Name, const llvm::TargetInstrInfo &In);

/// The opcodes that a transform knows, as a Table that is made of the target's instructions, once.
template <typename Table> const Table &opcodes(const llvm::TargetInstrInfo &In) {
  static const Table Known(In);
  return Known;
}

} // namespace bpf

#endif
