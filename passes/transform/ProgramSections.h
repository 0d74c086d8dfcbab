// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// --program-type=SECTION:TYPE: the type of the programs in a section whose name does not determine it.
#ifndef BPFTOOLCHAIN_PASSES_TRANSFORM_PROGRAMSECTIONS_H
#define BPFTOOLCHAIN_PASSES_TRANSFORM_PROGRAMSECTIONS_H

#include "passes/target/ProgramType.h"
#include <string>
#include <vector>

namespace llvm {
class Function;
class Module;
} // namespace llvm

namespace bpf {

/// Makes the types known to the checks and, if Renames is set, gives each section the name from which libbpf derives
/// its type.
/// \returns the sections that contain no program.
std::vector<std::string> applyProgramTypes(llvm::Module &M, const GivenTypes &Types, bool Renames);

/// The same for one program.
void applyProgramType(llvm::Function &F, const ProgramSection &Type, bool Renames);

} // namespace bpf

#endif
