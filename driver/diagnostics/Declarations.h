// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// From a variable's name and line, all that debug information tells of it, to its declarator in the source.
#ifndef BPFTOOLCHAIN_DRIVER_DIAGNOSTICS_DECLARATIONS_H
#define BPFTOOLCHAIN_DRIVER_DIAGNOSTICS_DECLARATIONS_H

#include "driver/diagnostics/SourceIndex.h"
#include "clang/Basic/Diagnostic.h"

namespace bpf {

/// The insertion that makes a Fix, or nothing where the text is not the user's to change as it stands: in a macro, in a
/// system header, in a source that was not parsed here, or a declarator that has an initializer.
std::optional<clang::FixItHint> fixItFor(const Fix &Repair, clang::CompilerInstance &Compiler,
                                         const SourceIndex &Index);

} // namespace bpf

#endif
