// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// What a program is called with: its parameter, and the values that it reads from it.
#ifndef BPFTOOLCHAIN_PASSES_ANALYSIS_CONTEXTPARAMETER_H
#define BPFTOOLCHAIN_PASSES_ANALYSIS_CONTEXTPARAMETER_H

#include "passes/Check.h"
#include "passes/analysis/FieldOffset.h"

namespace llvm {
class Function;
class Instruction;
} // namespace llvm

namespace bpf {

struct ContextParameter {
  llvm::StringRef Struct; ///< the tag of its type
  Place Declared;         ///< without a column
};

/// Where the source declares the first parameter as a pointer to the context of other program types, as
/// `struct __sk_buff *skb` of an XDP program. Nothing for void, numbers and structs of the user's own.
/// \param Context the struct that the program is called with.
std::optional<ContextParameter> otherContext(const llvm::Function &F, llvm::StringRef Context);

/// The address that a load or store accesses, behind the fence that follows a relocated one; null for another
/// instruction.
const llvm::Value *accessedAddress(const llvm::Instruction &I);

/// Which byte of its function's first parameter an instruction reads or writes; nothing where it is none.
std::optional<AddressBehind> contextAccess(const llvm::Instruction &I);

} // namespace bpf

#endif
