// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Where the images of other kernels are.
#ifndef BPFTOOLCHAIN_DRIVER_BOOT_KERNELIMAGE_H
#define BPFTOOLCHAIN_DRIVER_BOOT_KERNELIMAGE_H

#include "passes/target/KernelVersion.h"

namespace bpf {

struct KernelImage {
  std::string Path;
  std::string Config; ///< the file of the kernel's CONFIG_ variables; empty if there is none
};

/// \param Named of --kernel-images=; if empty, the folder is bpftoolchain/kernels in $XDG_CACHE_HOME or in ~/.cache.
std::string kernelImageFolder(llvm::StringRef Named);

/// The image of a release in the folder: vmlinuz-6.1, or the last in the alphabet of those with more behind the release
/// (vmlinuz-6.1.0-41-amd64), or bzImage-6.1 and so on. Nothing if there is none.
std::optional<KernelImage> findKernelImage(llvm::StringRef Folder, KernelVersion Release);

} // namespace bpf

#endif
