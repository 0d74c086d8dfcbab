// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// From debug information in the IR to places in the source.
#ifndef BPFTOOLCHAIN_PASSES_ANALYSIS_LOCATION_H
#define BPFTOOLCHAIN_PASSES_ANALYSIS_LOCATION_H

#include "passes/Check.h"

namespace llvm {
class DILocation;
class DIScope;
class Function;
class Instruction;
} // namespace llvm

namespace bpf {

/// The path of the file that debug information names for a scope, directory included.
std::string fileOf(const llvm::DIScope &Scope);

/// Where a function is defined; only its name where there is no debug information.
Place placeOf(const llvm::Function &F);

/// The instruction's own place; its function's where it has none.
Place placeOf(const llvm::Instruction &I);

/// Where code that belongs to a function was made of; the function itself where \p Location is null.
Place placeOf(const llvm::DILocation *Location, const llvm::Function &In);

/// The calls that brought the instruction where it is now, from the innermost outwards; empty where it was written.
std::vector<Place> inlinedAt(const llvm::Instruction &I);

/// A Finding at an instruction, calls included. A row of Checks.def, a severity and a message make it whole.
Finding findingAt(const llvm::Instruction &I, Check Kind, Severity Sev, std::string Message);
Finding findingAt(const llvm::DILocation &Where, Check Kind, Severity Sev, std::string Message);

} // namespace bpf

#endif
