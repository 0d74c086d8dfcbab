// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The capabilities that programs are loaded with: the verifier's verdict depends on them.
#ifndef BPFTOOLCHAIN_DRIVER_LOAD_CAPABILITIES_H
#define BPFTOOLCHAIN_DRIVER_LOAD_CAPABILITIES_H

#include "passes/target/Target.h"

namespace bpf {

/// Removes those capabilities of Capabilities.def from this thread that --capabilities= does not name, for its
/// lifetime.
class LoaderCapabilities {
public:
  explicit LoaderCapabilities(const Target &T);
  ~LoaderCapabilities();
  LoaderCapabilities(const LoaderCapabilities &) = delete;
  LoaderCapabilities &operator=(const LoaderCapabilities &) = delete;

private:
  uint64_t Before; ///< the effective set, one bit for each capability
};

/// False if this process may not load programs of some types, whatever they do.
bool mayLoadEveryType();

} // namespace bpf

#endif
