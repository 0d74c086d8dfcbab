// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Inline assembly without instructions: barrier_var() and __sink() of the field's headers hide a value from LLVM so.
#ifndef BPFTOOLCHAIN_PASSES_ANALYSIS_EMPTYASSEMBLY_H
#define BPFTOOLCHAIN_PASSES_ANALYSIS_EMPTYASSEMBLY_H

#include "llvm/ADT/SmallVector.h"
#include <optional>

namespace llvm {
class CallBase;
class LoadInst;
class StoreInst;
class Value;
} // namespace llvm

namespace bpf {

/// True for inline assembly that becomes no instruction, so that the verifier does not see it.
bool isEmptyAssembly(const llvm::CallBase &Call);

/// What empty assembly returns is one of its operands: this one. Null for another call, and where it is none.
const llvm::Value *copiedBy(const llvm::CallBase &Call);

/// The loads that read back what \p Store keeps in a local variable, if that variable is in memory for nothing but
/// empty assembly, and holds nothing else. Nothing where its address goes elsewhere.
std::optional<llvm::SmallVector<const llvm::LoadInst *, 2>> readBack(const llvm::StoreInst &Store);

} // namespace bpf

#endif
