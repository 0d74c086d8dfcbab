// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// --fetch-kernel: brings images of other kernels from Debian.
#ifndef BPFTOOLCHAIN_DRIVER_BOOT_FETCHKERNEL_H
#define BPFTOOLCHAIN_DRIVER_BOOT_FETCHKERNEL_H

#include "passes/target/KernelVersion.h"
#include "llvm/ADT/ArrayRef.h"
#include "llvm/Support/Error.h"

namespace bpf {

/// Continues this process as the script fetch-kernel, which prints what it does, and ends with its exit code.
/// \returns only if it cannot be started.
llvm::Error fetchKernels(const std::string &Script, const std::string &Folder, llvm::ArrayRef<KernelVersion> Releases);

} // namespace bpf

#endif
