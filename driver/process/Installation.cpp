// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// <prefix>/bin/bpfcc looks in <prefix>/lib/bpftoolchain; the build tree has the same shape.
#include "driver/process/Installation.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"

using namespace llvm;

namespace bpf {

Expected<Installation> Installation::find(const char *Argv0) {
  Installation Found;
  Found.Executable = sys::fs::getMainExecutable(Argv0, reinterpret_cast<void *>(&Installation::find));
  SmallString<128> Folder = sys::path::parent_path(sys::path::parent_path(Found.Executable));
  sys::path::append(Folder, "lib", "bpftoolchain");
  Found.ClangDir = (Folder + "/clang").str();
  Found.HeaderDir = (Folder + "/include").str();
  Found.Bundled = (Folder + "/headers").str();
  Found.Guest = (Folder + "/verify-guest").str();
  Found.Fetcher = (Folder + "/fetch-kernel").str();
  for (const std::string &Folder : {Found.ClangDir + "/include", Found.HeaderDir})
    if (!sys::fs::is_directory(Folder))
      return createStringError("bpfcc's headers are missing: there is no folder '" + Folder +
                               "'; install it whole, with cmake --install");
  return Found;
}

} // namespace bpf
