// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// clang's front end in this process: one job of the driver, from its arguments to bytes.
#ifndef BPFTOOLCHAIN_DRIVER_COMPILE_FRONTEND_H
#define BPFTOOLCHAIN_DRIVER_COMPILE_FRONTEND_H

#include "driver/compile/CompileContext.h"
#include "driver/compile/Job.h"
#include "llvm/ADT/ArrayRef.h"

namespace bpf {

/// Runs a -cc1 job. Everything that is wrong with the source has been shown when this returns.
/// The process ends after it: nothing is freed.
JobResult runJob(llvm::ArrayRef<const char *> Cc1Arguments, const char *Argv0, const CompileContext &Context);

} // namespace bpf

#endif
