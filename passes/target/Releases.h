// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The releases of the kernel in which something holds: from one on, and, where a later kernel took it back, up to
// another. Each rule of the tables of this folder has them; Answer.h describes what they mean for a Target.
#ifndef BPFTOOLCHAIN_PASSES_TARGET_RELEASES_H
#define BPFTOOLCHAIN_PASSES_TARGET_RELEASES_H

#include "passes/target/KernelVersion.h"
#include <algorithm>

namespace bpf {

struct Releases {
  /// Past every release: what has no end, or never begins.
  static constexpr KernelVersion Never = {~0u, 0};

  KernelVersion Since = {};    ///< the first release; 0.0: all from the first on
  KernelVersion Until = Never; ///< the first release in which it no longer holds

  static constexpr Releases all() { return {}; }
  static constexpr Releases none() { return {Never, Never}; }
  static constexpr Releases from(unsigned Major, unsigned Minor) { return {{Major, Minor}, Never}; }
  static constexpr Releases until(unsigned Major, unsigned Minor) { return {{}, {Major, Minor}}; }

  constexpr bool contain(KernelVersion Release) const { return Since <= Release && Release < Until; }
  constexpr bool isEmpty() const { return Since >= Until; }

  /// The releases of both.
  constexpr Releases operator&(const Releases &Other) const {
    return {std::max(Since, Other.Since), std::min(Until, Other.Until)};
  }
  constexpr bool operator==(const Releases &) const = default;
};

} // namespace bpf

#endif
