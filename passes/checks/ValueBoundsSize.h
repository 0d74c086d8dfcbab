// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The part of -Wbpf-value-bounds that looks at the size of what a function of the kernel reads or writes.
#ifndef BPFTOOLCHAIN_PASSES_CHECKS_VALUEBOUNDSSIZE_H
#define BPFTOOLCHAIN_PASSES_CHECKS_VALUEBOUNDSSIZE_H

#include "passes/Check.h"

namespace bpf {

class CertainPaths;

/// Reports a size that may be negative, zero where that is not accepted, or larger than the memory that it is of.
void checkSizes(const llvm::Module &M, CertainPaths &Paths, Report R);

} // namespace bpf

#endif
