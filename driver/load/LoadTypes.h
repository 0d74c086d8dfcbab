// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The type that each program is loaded as, also where libbpf does not know its section: ip and tc have their own names.
#ifndef BPFTOOLCHAIN_DRIVER_LOAD_LOADTYPES_H
#define BPFTOOLCHAIN_DRIVER_LOAD_LOADTYPES_H

#include "driver/load/LoadAttempt.h"
#include "passes/target/ProgramType.h"
#include <vector>

namespace bpf {

/// Of each program, in libbpf's order: from --program-type=, from libbpf, from the section as ip and tc understand it;
/// and for a section ID/KEY the type of the other programs, if they all have the same.
std::vector<LoadType> loadTypesOf(bpf_object *Object, const GivenTypes &Given);

} // namespace bpf

#endif
