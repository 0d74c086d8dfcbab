// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// --verify: the running kernel is asked about what was compiled, or given, and its verdicts are shown as diagnostics.
#ifndef BPFTOOLCHAIN_DRIVER_VERIFY_VERIFY_H
#define BPFTOOLCHAIN_DRIVER_VERIFY_VERIFY_H

#include "driver/object/Object.h"
#include "driver/options/Options.h"
#include "driver/process/Outcome.h"
#include "driver/process/Recovery.h"

namespace clang {
class DiagnosticOptions;
}

namespace bpf {

/// What follows a good verdict: an object that is not verified is not written, and a note says so.
enum class VerifyBefore { Nothing, Writing };

/// Asks about the programs of each object. \returns the worst of what came of it; NotAsked where the kernel cannot be
/// asked about one of them and none is rejected; with --verify=if-possible Good instead of NotAsked.
Outcome verify(llvm::ArrayRef<NamedObject> Objects, const Options &Opts, const Target &T, Recovery &Guard,
               clang::DiagnosticOptions &Shown, VerifyBefore Next);

} // namespace bpf

#endif
