// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Named as distributions name them in /boot, so that --kernel-images=/boot works too.
#include "driver/boot/KernelImage.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"

using namespace llvm;

namespace bpf {

std::string kernelImageFolder(StringRef Named) {
  if (!Named.empty())
    return Named.str();
  SmallString<128> Folder;
  if (!sys::path::cache_directory(Folder))
    Folder = ".cache";
  sys::path::append(Folder, "bpftoolchain", "kernels");
  return Folder.str().str();
}

/// \returns what follows vmlinuz- or bzImage-; empty for another file, and for one of another release.
static StringRef releaseIn(StringRef File, KernelVersion Release) {
  if (!File.consume_front("vmlinuz-") && !File.consume_front("bzImage-"))
    return "";
  StringRef Rest = File;
  if (!Rest.consume_front(Release.text()) || (!Rest.empty() && Rest.front() != '.' && Rest.front() != '-'))
    return "";
  return File;
}

std::optional<KernelImage> findKernelImage(StringRef Folder, KernelVersion Release) {
  std::string Best, Name;
  std::error_code Code;
  for (sys::fs::directory_iterator At(Folder, Code), End; !Code && At != End; At.increment(Code)) {
    StringRef Each = releaseIn(sys::path::filename(At->path()), Release);
    // The one that --fetch-kernel puts there has nothing behind its release.
    bool IsBetter = Each == Release.text() || (Name != Release.text() && Each > Name);
    if (Each.empty() || !IsBetter)
      continue;
    Name = Each.str();
    Best = At->path();
  }
  if (Best.empty())
    return std::nullopt;
  std::string Config = (Folder + "/config-" + Name).str();
  return KernelImage{Best, sys::fs::exists(Config) ? Config : ""};
}

} // namespace bpf
