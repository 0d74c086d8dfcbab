// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The programs and headers beside bpfcc on this machine.
#ifndef BPFTOOLCHAIN_DRIVER_DOCTOR_TOOLFACTS_H
#define BPFTOOLCHAIN_DRIVER_DOCTOR_TOOLFACTS_H

#include "driver/doctor/Fact.h"
#include "driver/process/Installation.h"

namespace bpf {

class Target;

Facts toolFacts(const Target &T, const Installation &Installed);

} // namespace bpf

#endif
