// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A release of the Linux kernel, which facts refer to: major and minor, such as 5.15. What follows (patch level,
// distribution suffix) is read over, because no fact here depends on it.
#ifndef BPFTOOLCHAIN_PASSES_TARGET_KERNELVERSION_H
#define BPFTOOLCHAIN_PASSES_TARGET_KERNELVERSION_H

#include "llvm/ADT/StringRef.h"
#include <compare>
#include <optional>
#include <string>

namespace bpf {

struct KernelVersion {
  unsigned Major = 0;
  unsigned Minor = 0;

  auto operator<=>(const KernelVersion &) const = default;

  /// "5.15".
  std::string text() const;

  /// Reads what a user writes, "5.15" or "5.15.3"; nothing for anything else.
  static std::optional<KernelVersion> parse(llvm::StringRef Text);

  /// The newest release that the tables of this folder know (Releases.def).
  static KernelVersion newestKnown();

  /// The last release with the same major number, where there was none with this minor number: 5.19 for 5.99. Nothing
  /// for a release that there was, or that there may be one day.
  std::optional<KernelVersion> lastOfSeries() const;

  /// The running kernel, from uname(2); nothing where its release is not of the form above.
  static std::optional<KernelVersion> running();
};

} // namespace bpf

#endif
