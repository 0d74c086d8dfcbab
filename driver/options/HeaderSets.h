// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Whose headers a source sees. They are chosen as sets: headers of the kernel for one machine do not mix with those
// that another kernel has for the next.
#ifndef BPFTOOLCHAIN_DRIVER_OPTIONS_HEADERSETS_H
#define BPFTOOLCHAIN_DRIVER_OPTIONS_HEADERSETS_H

#include "driver/options/Options.h"
#include "driver/process/Installation.h"
#include "llvm/Support/Error.h"
#include <string>
#include <vector>

namespace bpf {

struct HeaderSet {
  bool IsBundled = false;
  std::vector<std::string> Folders; ///< searched before the host's; empty where the host's suffice
  std::string Reason;               ///< why it is that set
};

struct HeaderSets {
  HeaderSet Kernel; ///< <linux/*.h>, <asm/*.h> and the like
  HeaderSet Libbpf; ///< <bpf/*.h>

  /// The sets by --headers=, the machine, and what the host or the sysroot has. The error says that bpfcc was installed
  /// without the headers that --headers=bundled asks for.
  static llvm::Expected<HeaderSets> find(const Options &Opts, const Target &T, const Installation &Installed);
};

} // namespace bpf

#endif
