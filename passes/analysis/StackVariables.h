// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The user's names for what lies on the stack.
#ifndef BPFTOOLCHAIN_PASSES_ANALYSIS_STACKVARIABLES_H
#define BPFTOOLCHAIN_PASSES_ANALYSIS_STACKVARIABLES_H

#include "passes/Check.h"
#include "llvm/ADT/DenseMap.h"

namespace llvm {
class DILocalVariable;
class Function;
class Value;
} // namespace llvm

namespace bpf {

using StackVariables = llvm::DenseMap<const llvm::Value *, const llvm::DILocalVariable *>;

/// The variable that each alloca of F holds, as far as optimisation left one.
StackVariables stackVariables(const llvm::Function &F);

/// Where a variable is declared; debug information has no column.
Place declarationOf(const llvm::DILocalVariable &Variable);

} // namespace bpf

#endif
