// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The files that a kernel finds when it starts.
#ifndef BPFTOOLCHAIN_DRIVER_BOOT_BOOTARCHIVE_H
#define BPFTOOLCHAIN_DRIVER_BOOT_BOOTARCHIVE_H

#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/StringRef.h"
#include <string>

namespace bpf {

struct BootFile {
  llvm::StringRef Name;
  llvm::StringRef Content;
  bool IsProgram = false;
};

/// An archive in cpio's format "newc", which the kernel unpacks into its root folder
/// (Documentation/driver-api/early-userspace/buffer-format.rst).
std::string bootArchive(llvm::ArrayRef<BootFile> Files);

} // namespace bpf

#endif
