// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Which helper accepts which map type: the rows MAP_HELPER, HELPER_MAP and MAP_HELPER_CALLERS of MapTypes.def.
#ifndef BPFTOOLCHAIN_PASSES_TARGET_MAPHELPERS_H
#define BPFTOOLCHAIN_PASSES_TARGET_MAPHELPERS_H

#include "passes/target/Releases.h"

namespace bpf {

struct Helper;
struct MapRule;
struct ProgramSection;

/// The releases in which the helper accepts maps of that type, among those that have both.
Releases accepting(const MapRule &Type, const Helper &Called);

/// The releases in which that holds for programs of the section, if the helper accepts the type at all.
Releases acceptingIn(const ProgramSection &Section, const MapRule &Type, const Helper &Called);

} // namespace bpf

#endif
