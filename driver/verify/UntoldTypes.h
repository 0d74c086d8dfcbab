// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Of what types programs are where libbpf does not know it by their sections: ip and tc have names of their own.
#ifndef BPFTOOLCHAIN_DRIVER_VERIFY_UNTOLDTYPES_H
#define BPFTOOLCHAIN_DRIVER_VERIFY_UNTOLDTYPES_H

#include "driver/verify/LoadAttempt.h"
#include "passes/target/ProgramType.h"
#include <vector>

namespace bpf {

/// Of each program, in libbpf's order: as the user said it, as libbpf has it, as ip and tc mean the section, and in a
/// section ID/KEY as the other programs, where they are all of one type.
std::vector<LoadType> loadTypesOf(bpf_object *Object, const SaidTypes &Said);

} // namespace bpf

#endif
