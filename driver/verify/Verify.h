// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// --verify: loads the programs of the objects, compiled or given, and shows the kernel's verdicts as diagnostics.
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

/// What follows a good verdict: an object that is not verified is not written, which a note reports.
enum class VerifyBefore { Nothing, Writing };

/// Verifies the programs of each object. \returns the worst outcome; NotAsked if the kernel cannot be
/// asked about one of them and none is rejected; with --verify=if-possible Good instead of NotAsked.
Outcome verify(llvm::ArrayRef<NamedObject> Objects, const Options &Opts, const Target &T, Recovery &Guard,
               clang::DiagnosticOptions &Shown, VerifyBefore Next);

/// Empties the file of --verify-log before the objects of this call are verified one by one; a link or a device stays
/// what it is. Nothing for an empty path.
llvm::Error emptyLog(llvm::StringRef Path);

} // namespace bpf

#endif
