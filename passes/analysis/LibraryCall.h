// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Calls of functions that the source does not have: of the C library, which no program has, and of others.
#ifndef BPFTOOLCHAIN_PASSES_ANALYSIS_LIBRARYCALL_H
#define BPFTOOLCHAIN_PASSES_ANALYSIS_LIBRARYCALL_H

#include "llvm/ADT/StringRef.h"

namespace llvm {
class Function;
}

namespace bpf {

/// What to do instead of calling a function of the C library, by its name; empty for another function.
llvm::StringRef libraryRemedy(llvm::StringRef Name);

/// True for a function without a body that is not the kernel's either (__ksym), nor LLVM's own.
bool isUnresolved(const llvm::Function &F);

/// True for one of those that another source of a link may have.
bool mayBeElsewhere(const llvm::Function &F);

} // namespace bpf

#endif
