// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Which capabilities this process asks the kernel with: the verifier's verdict depends on them.
#ifndef BPFTOOLCHAIN_DRIVER_VERIFY_CAPABILITIES_H
#define BPFTOOLCHAIN_DRIVER_VERIFY_CAPABILITIES_H

#include "passes/target/Target.h"

namespace bpf {

/// While it lives, this thread has none of the capabilities of Capabilities.def that --capabilities= does not name.
class LoaderCapabilities {
public:
  explicit LoaderCapabilities(const Target &T);
  ~LoaderCapabilities();
  LoaderCapabilities(const LoaderCapabilities &) = delete;
  LoaderCapabilities &operator=(const LoaderCapabilities &) = delete;

private:
  uint64_t Before; ///< what was effective, a bit each
};

/// False where a program of some type would be refused for who asks, whatever it does.
bool mayLoadEveryType();

} // namespace bpf

#endif
