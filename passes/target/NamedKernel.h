// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A release that an option names.
#ifndef BPFTOOLCHAIN_PASSES_TARGET_NAMEDKERNEL_H
#define BPFTOOLCHAIN_PASSES_TARGET_NAMEDKERNEL_H

#include "passes/target/KernelVersion.h"
#include "llvm/Support/Error.h"

namespace bpf {

/// \returns an error for what is no release, and for a release that does not exist or cannot load programs.
llvm::Expected<KernelVersion> namedKernel(llvm::StringRef Text);

} // namespace bpf

#endif
