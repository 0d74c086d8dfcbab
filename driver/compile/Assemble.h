// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Assembly as input: clang's driver has a job for it, -cc1as, that no library of clang's does.
#ifndef BPFTOOLCHAIN_DRIVER_COMPILE_ASSEMBLE_H
#define BPFTOOLCHAIN_DRIVER_COMPILE_ASSEMBLE_H

#include "driver/compile/CompileContext.h"
#include "driver/compile/Job.h"

namespace bpf {

/// Runs a -cc1as job. What is wrong with the assembly has been shown, with its line, when this returns.
JobResult runAssembler(llvm::ArrayRef<const char *> Arguments, const CompileContext &Context);

} // namespace bpf

#endif
