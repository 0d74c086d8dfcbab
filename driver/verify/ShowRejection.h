// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A rejection as a diagnostic at the source line of the instruction that was rejected, explained where that is
// possible.
#ifndef BPFTOOLCHAIN_DRIVER_VERIFY_SHOWREJECTION_H
#define BPFTOOLCHAIN_DRIVER_VERIFY_SHOWREJECTION_H

#include "driver/diagnostics/LaterDiagnostics.h"
#include "driver/load/AskKernel.h"

namespace bpf {

/// \param V    with the verifier's log, or with Why in words; without Code where the log alone is known
/// \param Who  rejects it: "Linux 6.18"
void showRejection(const Verdict &V, const NamedObject &Object, llvm::StringRef Who, LaterDiagnostics &Diagnostics);

} // namespace bpf

#endif
