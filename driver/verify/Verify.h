// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// --verify: loads the programs of the objects, compiled or given, and shows the kernels' verdicts as diagnostics.
#ifndef BPFTOOLCHAIN_DRIVER_VERIFY_VERIFY_H
#define BPFTOOLCHAIN_DRIVER_VERIFY_VERIFY_H

#include "driver/object/Object.h"
#include "driver/options/Options.h"
#include "driver/process/Installation.h"
#include "driver/process/Outcome.h"
#include "driver/process/Recovery.h"

namespace clang {
class DiagnosticOptions;
}

namespace bpf {

/// What follows a good verdict: an object that is not verified is not written, which a note reports.
enum class VerifyBefore { Nothing, Writing };

/// What is the same for all objects of a call.
struct VerifyContext {
  const Options &Opts;
  const Target &T;
  Recovery &Guard;
  const Installation &Installed;
  clang::DiagnosticOptions &Shown;
};

/// Verifies the programs of each object, on each kernel of --verify=. \returns the worst outcome; NotAsked if a kernel
/// cannot be asked about one of them and none is rejected; with --verify=if-possible Good instead of NotAsked.
Outcome verify(llvm::ArrayRef<NamedObject> Objects, const VerifyContext &Context, VerifyBefore Next);

} // namespace bpf

#endif
