// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A verdict of the kernel as a diagnostic: at the source line of the instruction that was refused.
#ifndef BPFTOOLCHAIN_DRIVER_VERIFY_SHOWVERDICT_H
#define BPFTOOLCHAIN_DRIVER_VERIFY_SHOWVERDICT_H

#include "driver/diagnostics/LaterDiagnostics.h"
#include "driver/verify/AskKernel.h"

namespace bpf {

/// Shows a verdict on a program of the object. What holds for the object as a whole is to be shown for the first
/// program alone.
void showVerdict(const Verdict &V, const NamedObject &Object, const Options &Opts, LaterDiagnostics &Diagnostics);

/// Shows why libbpf does not load an object as a whole, at the map, variable or program that its words name.
/// \param Text what cannot be done; \param Why libbpf's words.
void showNotLoaded(const llvm::Twine &Text, llvm::StringRef Why, const NamedObject &Object,
                   LaterDiagnostics &Diagnostics);

} // namespace bpf

#endif
