// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The configuration that the running kernel was built with.
#ifndef BPFTOOLCHAIN_DRIVER_DOCTOR_KERNELCONFIG_H
#define BPFTOOLCHAIN_DRIVER_DOCTOR_KERNELCONFIG_H

#include "driver/doctor/Fact.h"

namespace bpf {

/// Adds the options of KernelOptions.def, from /proc/config.gz or /boot/config-RELEASE.
void addConfiguration(Facts &Found);

} // namespace bpf

#endif
