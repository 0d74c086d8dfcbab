// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The part of -Wbpf-unreleased that looks at locks, at RCU read sections, and at disabled preemption and interrupts.
#ifndef BPFTOOLCHAIN_PASSES_CHECKS_UNRELEASEDREGION_H
#define BPFTOOLCHAIN_PASSES_CHECKS_UNRELEASEDREGION_H

#include "passes/Check.h"

namespace bpf {

class CertainPaths;

/// Reports regions that a program leaves open, ends without a beginning, and calls that are not allowed in them.
void checkRegions(const llvm::Module &M, CertainPaths &Paths, Report R);

} // namespace bpf

#endif
