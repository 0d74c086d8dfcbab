// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// How programs use global data: what is left of it after optimisation, under the user's names.
#ifndef BPFTOOLCHAIN_PASSES_ANALYSIS_GLOBALUSE_H
#define BPFTOOLCHAIN_PASSES_ANALYSIS_GLOBALUSE_H

#include "passes/Check.h"
#include <string>

namespace llvm {
class GlobalVariable;
class Instruction;
class Module;
} // namespace llvm

namespace bpf {

class Reach;

/// True for data of the program's own, in .data, .bss or .rodata: not for a map, a license, or what the loader fills
/// in.
bool isGlobalData(const llvm::GlobalVariable &Variable);

/// The first instruction that programs run and that needs the variable to lie in memory, and what a target without
/// data does about it. Where is null where there is none: reading a constant at a constant place, or copying from one,
/// becomes code.
struct GlobalUse {
  const llvm::Instruction *Where;
  Severity Sev; ///< fragile if every use depends on a branch that is decided at load time
};
GlobalUse firstUse(const llvm::GlobalVariable &Variable, const Reach &Looked);

/// The first instruction that names the variable, in whatever function; null where there is none.
const llvm::Instruction *firstMention(const llvm::GlobalVariable &Variable);

/// "'limits'", or "the string \"drop %d\"" for a literal.
std::string nameOf(const llvm::GlobalVariable &Variable);

/// Where the variable is declared; line 0 for a literal.
Place declarationOf(const llvm::GlobalVariable &Variable);

} // namespace bpf

#endif
