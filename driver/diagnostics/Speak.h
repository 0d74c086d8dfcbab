// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Messages of bpfcc itself, outside of any source, through clang's diagnostics, so that they look like the others.
#ifndef BPFTOOLCHAIN_DRIVER_DIAGNOSTICS_SPEAK_H
#define BPFTOOLCHAIN_DRIVER_DIAGNOSTICS_SPEAK_H

#include "driver/options/Levels.h"
#include "driver/process/Outcome.h"
#include "clang/Basic/Diagnostic.h"
#include "llvm/Support/Error.h"

namespace bpf {

/// How diagnostics are to be shown: as records for a document in SARIF (see SarifConsumer) or as text, with the name of
/// the command's name before them if they have no source.
std::unique_ptr<clang::DiagnosticConsumer> makePrinter(bool EmitsSarif, clang::DiagnosticOptions &Options,
                                                       llvm::StringRef Speaker = "bpfcc");

/// A warning that belongs to no check: -w silences it, -Werror makes it an error.
void warn(clang::DiagnosticsEngine &Diagnostics, const Levels &Warnings, const llvm::Twine &Message);

void remark(clang::DiagnosticsEngine &Diagnostics, const llvm::Twine &Message);

/// Shows what went wrong. \returns How, for the caller to return.
Outcome reportFailure(clang::DiagnosticsEngine &Diagnostics, llvm::Error E, Outcome Result);

} // namespace bpf

#endif
