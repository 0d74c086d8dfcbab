// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The type of a program: from its section, or from --program-type=.
#ifndef BPFTOOLCHAIN_PASSES_ANALYSIS_PROGRAMTYPEOF_H
#define BPFTOOLCHAIN_PASSES_ANALYSIS_PROGRAMTYPEOF_H

#include "passes/target/ProgramType.h"

namespace llvm {
class Function;
}

namespace bpf {

class Target;

/// The row for the section of a program, or for the user's choice; nothing for a function that is not a program,
/// or one of unknown type.
const ProgramSection *programSectionOf(const llvm::Function &F);

/// The same where the target's loader gives a program the type that its section says; nothing elsewhere.
const ProgramSection *loadedSectionOf(const llvm::Function &F, const Target &T);

/// The kind of such a program.
const ProgramType *programTypeOf(const llvm::Function &F);

/// Sets the type of a program, whatever its section.
void setProgramType(llvm::Function &F, const ProgramSection &Type);

} // namespace bpf

#endif
