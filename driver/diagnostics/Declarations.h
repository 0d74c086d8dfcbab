// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// From a variable's name and line, which debug information has, to its declarator in the source.
#ifndef BPFTOOLCHAIN_DRIVER_DIAGNOSTICS_DECLARATIONS_H
#define BPFTOOLCHAIN_DRIVER_DIAGNOSTICS_DECLARATIONS_H

#include "driver/diagnostics/SourceIndex.h"
#include "clang/Basic/Diagnostic.h"

namespace bpf {

/// The insertion that makes a Fix, or nothing if the text cannot be changed there: in a macro, in a
/// system header, in a source that was not parsed here, or a declarator that has an initializer.
std::optional<clang::FixItHint> fixItFor(const Fix &Repair, clang::CompilerInstance &Compiler,
                                         const SourceIndex &Index);

} // namespace bpf

#endif
