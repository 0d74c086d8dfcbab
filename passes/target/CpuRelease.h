// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The release of an instruction set.
#ifndef BPFTOOLCHAIN_PASSES_TARGET_CPURELEASE_H
#define BPFTOOLCHAIN_PASSES_TARGET_CPURELEASE_H

#include "passes/target/Target.h"

namespace bpf {

/// The first kernel that accepts the instruction set, from Cpus.def, for messages.
KernelVersion firstKernelOf(Cpu C);

} // namespace bpf

#endif
