// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A verdict of the kernel as a diagnostic at the source line of the rejected instruction.
#ifndef BPFTOOLCHAIN_DRIVER_VERIFY_SHOWVERDICT_H
#define BPFTOOLCHAIN_DRIVER_VERIFY_SHOWVERDICT_H

#include "driver/diagnostics/LaterDiagnostics.h"
#include "driver/load/AskKernel.h"
#include "driver/verify/KernelBlock.h"

namespace bpf {

/// Shows a verdict on a program of the object. A verdict about the object as a whole should be shown for the first
/// program only.
void showVerdict(const Verdict &V, const NamedObject &Object, const KernelBlock &Kernel, const Options &Opts,
                 LaterDiagnostics &Diagnostics);

/// Shows why libbpf cannot load an object, at the map, variable or program that its message names.
/// \param Text what failed; \param Why libbpf's message.
void showNotLoaded(const llvm::Twine &Text, llvm::StringRef Why, const NamedObject &Object,
                   LaterDiagnostics &Diagnostics);

} // namespace bpf

#endif
