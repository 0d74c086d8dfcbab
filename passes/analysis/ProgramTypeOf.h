// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The kind of a program: by its section, or by what the user said of the section.
#ifndef BPFTOOLCHAIN_PASSES_ANALYSIS_PROGRAMTYPEOF_H
#define BPFTOOLCHAIN_PASSES_ANALYSIS_PROGRAMTYPEOF_H

#include "passes/target/ProgramType.h"

namespace llvm {
class Function;
}

namespace bpf {

/// The row for the section that a program stands in, or that the user said it should; nothing for what is no program,
/// or one that nobody knows the kind of.
const ProgramSection *programSectionOf(const llvm::Function &F);

/// The kind of such a program.
const ProgramType *programTypeOf(const llvm::Function &F);

/// Says of what kind a program is, whatever its section is called.
void setProgramType(llvm::Function &F, const ProgramSection &Type);

} // namespace bpf

#endif
