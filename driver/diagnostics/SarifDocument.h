// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// -fdiagnostics-format=sarif, the second half: one document for a whole call, whatever ends it.
#ifndef BPFTOOLCHAIN_DRIVER_DIAGNOSTICS_SARIFDOCUMENT_H
#define BPFTOOLCHAIN_DRIVER_DIAGNOSTICS_SARIFDOCUMENT_H

#include "llvm/ADT/STLFunctionalExtras.h"
#include "llvm/ADT/StringRef.h"
#include "llvm/Support/JSON.h"

namespace bpf {

/// The SARIF 2.1.0 document of a call that ended with an exit code.
/// \param Output all that it wrote to standard error. Records (see SarifConsumer) become results, other lines
/// notifications of the tool.
llvm::json::Object sarifDocument(llvm::StringRef Output, int ExitCode);

/// Makes the call in a child process and writes its document to standard error, also where it crashed or was stopped.
/// \returns the exit code of the call.
int callForSarif(llvm::function_ref<int()> Call);

} // namespace bpf

#endif
