// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The jobs of a call: a single one runs in this process, several in a child each.
#ifndef BPFTOOLCHAIN_DRIVER_COMPILE_JOBS_H
#define BPFTOOLCHAIN_DRIVER_COMPILE_JOBS_H

#include "driver/compile/CompileContext.h"
#include "driver/compile/Job.h"
#include "driver/process/Installation.h"
#include "clang/Basic/Diagnostic.h"

namespace clang::driver {
class Compilation;
}

namespace bpf {

/// Runs the jobs, several of them in children, up to -j at once; each result goes to Consume, finished and
/// in order. A job whose input another one failed to make is left out.
/// \returns the worst of their outcomes.
Outcome runJobs(clang::driver::Compilation &Whole, clang::DiagnosticsEngine &Diagnostics, const CompileContext &Context,
                const Installation &Installed, llvm::function_ref<Outcome(JobResult &)> Consume);

} // namespace bpf

#endif
