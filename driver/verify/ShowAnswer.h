// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// What a kernel says of an object.
#ifndef BPFTOOLCHAIN_DRIVER_VERIFY_SHOWANSWER_H
#define BPFTOOLCHAIN_DRIVER_VERIFY_SHOWANSWER_H

#include "driver/process/Outcome.h"
#include "driver/verify/ShowVerdict.h"

namespace bpf {

/// Shows what is wrong, or missing, and keeps the logs for --verify-log. \returns what the answer comes to: Good only
/// for one that is complete and has at least one program.
/// \param IfMissing what it comes to if it is not complete, which the caller explains; never Good
Outcome showAnswer(const ObjectAnswer &Answer, const NamedObject &Object, Outcome IfMissing, KernelBlock &Kernel,
                   const Options &Opts, LaterDiagnostics &Diagnostics);

/// Shows why there is no answer. \returns Result.
Outcome showNoAnswer(Outcome Result, llvm::StringRef Why, llvm::StringRef Remedy, KernelBlock &Kernel,
                     const Options &Opts, LaterDiagnostics &Diagnostics);

} // namespace bpf

#endif
