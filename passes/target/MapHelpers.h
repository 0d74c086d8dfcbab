// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Which helper accepts which map type: the rows MAP_HELPER of MapTypes.def.
#ifndef BPFTOOLCHAIN_PASSES_TARGET_MAPHELPERS_H
#define BPFTOOLCHAIN_PASSES_TARGET_MAPHELPERS_H

#include "passes/target/Releases.h"

namespace bpf {

struct Helper;
struct MapRule;

/// The releases in which the helper accepts maps of that type, among those that have both.
Releases accepting(const MapRule &Type, const Helper &Called);

} // namespace bpf

#endif
