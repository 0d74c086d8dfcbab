// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Which struct of the source, and which byte of it, an instruction reaches.
#ifndef BPFTOOLCHAIN_PASSES_ANALYSIS_ACCESSEDMEMBER_H
#define BPFTOOLCHAIN_PASSES_ANALYSIS_ACCESSEDMEMBER_H

#include "passes/analysis/StackVariables.h"
#include "llvm/ADT/StringRef.h"
#include <cstdint>
#include <optional>

namespace llvm {
class DIType;
class Instruction;
class Value;
} // namespace llvm

namespace bpf {

struct AccessedMember {
  llvm::StringRef Struct; ///< the tag
  uint64_t Byte;
};

/// Nothing where no type is known, and where CO-RE relocates the address: then the byte is not the program's.
std::optional<AccessedMember> accessedMember(const llvm::Instruction &I, const llvm::Value &Pointer,
                                             const StackVariables &Names);

/// The type from the variable that holds an address, or is at it; null if there is none.
const llvm::DIType *typeBehind(const llvm::Value &Address, const StackVariables &Names);

} // namespace bpf

#endif
