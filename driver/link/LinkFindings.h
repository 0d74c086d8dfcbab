// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Shows what is found in a linked object, or why there is none.
#ifndef BPFTOOLCHAIN_DRIVER_LINK_LINKFINDINGS_H
#define BPFTOOLCHAIN_DRIVER_LINK_LINKFINDINGS_H

#include "driver/options/Options.h"
#include "driver/process/Outcome.h"

namespace clang {
class DiagnosticOptions;
class DiagnosticsEngine;
} // namespace clang

namespace bpf {

/// \returns WrongInput where one is an error. Pragmas of the sources do not count here: no source is compiled.
Outcome showLinkFindings(llvm::ArrayRef<Finding> Found, const Options &Opts, clang::DiagnosticOptions &Shown);

/// Shows why objects were not linked, at a source line if the objects record it. \returns WrongInput.
Outcome showLinkFailure(llvm::Error Why, const Options &Opts, clang::DiagnosticsEngine &Diagnostics);

} // namespace bpf

#endif
