// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// --explain-log: explains what a verifier wrote elsewhere, on another machine or in a bug report.
#ifndef BPFTOOLCHAIN_DRIVER_VERIFY_EXPLAINLOG_H
#define BPFTOOLCHAIN_DRIVER_VERIFY_EXPLAINLOG_H

#include "driver/options/Options.h"
#include "driver/process/Outcome.h"
#include "llvm/Support/Error.h"

namespace clang {
class DiagnosticOptions;
}

namespace bpf {

/// The first input is the log, of one program or of several, as bpftool, libbpf, cilium/ebpf, aya, ip and tc print it;
/// the second, where there is one, the object that was loaded, whose lines have columns.
/// \returns WrongInput where something was rejected, or where the log says no reason; Good never.
Outcome explainLog(const Options &Opts, clang::DiagnosticOptions &Shown);

} // namespace bpf

#endif
