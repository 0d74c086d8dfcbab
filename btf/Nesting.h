// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Types that contain themselves: no compiler writes them, and whoever follows references would never end.
#ifndef BPFTOOLCHAIN_BTF_NESTING_H
#define BPFTOOLCHAIN_BTF_NESTING_H

#include "btf/BTF.h"

namespace bpf::btf {

/// How deep a type may be in another; C needs a few dozen at most, and the kernel resolves 32 (MAX_RESOLVE_DEPTH).
constexpr unsigned MaxNesting = 500;

/// An error that names the type, where one of the graph's own contains itself or more than MaxNesting others. Only
/// through a member that is a pointer does a structure lead to itself.
Result<Done> checkNesting(const TypeGraph &Types);

} // namespace bpf::btf

#endif
