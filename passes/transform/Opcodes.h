// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Instructions of LLVM's BPF target by name: their numbers are not in LLVM's headers.
#ifndef BPFTOOLCHAIN_PASSES_TRANSFORM_OPCODES_H
#define BPFTOOLCHAIN_PASSES_TRANSFORM_OPCODES_H

#include "llvm/ADT/StringRef.h"

namespace llvm {
class TargetInstrInfo;
}

namespace bpf {

/// The opcode of that name, as in BPFInstrInfo.td. Compares with every name: ask once. Ends the process with LLVM's
/// words where LLVM has no such instruction, which a test of each transform finds.
unsigned opcodeOf(llvm::StringRef Name, const llvm::TargetInstrInfo &In);

} // namespace bpf

#endif
