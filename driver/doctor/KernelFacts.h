// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// What the running kernel can do for BPF.
#ifndef BPFTOOLCHAIN_DRIVER_DOCTOR_KERNELFACTS_H
#define BPFTOOLCHAIN_DRIVER_DOCTOR_KERNELFACTS_H

#include "driver/doctor/Fact.h"

namespace bpf {

/// Its release, instruction set, types, capabilities of this process, program types, knobs and configuration.
Facts kernelFacts();

} // namespace bpf

#endif
