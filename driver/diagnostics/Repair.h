// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// --fix: puts the repairs of Findings into the sources.
#ifndef BPFTOOLCHAIN_DRIVER_DIAGNOSTICS_REPAIR_H
#define BPFTOOLCHAIN_DRIVER_DIAGNOSTICS_REPAIR_H

#include "clang/Basic/Diagnostic.h"
#include "llvm/Support/Error.h"

namespace clang {
class CompilerInstance;
}

namespace bpf {

/// Applies the insertions to their files, each once, and prints how many it made in which file. A file is
/// replaced as a whole, keeps its mode, and a link to it is followed. The error names the file that could not be
/// written.
llvm::Error applyRepairs(clang::CompilerInstance &Compiler, llvm::ArrayRef<clang::FixItHint> Hints);

} // namespace bpf

#endif
