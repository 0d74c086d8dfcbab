// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// --doctor: what this machine can do for BPF, each line with its remedy.
#ifndef BPFTOOLCHAIN_DRIVER_DOCTOR_DOCTOR_H
#define BPFTOOLCHAIN_DRIVER_DOCTOR_DOCTOR_H

#include "driver/process/Installation.h"
#include "driver/process/Outcome.h"

namespace llvm {
class raw_ostream;
}

namespace bpf {

class Target;

enum class DoctorFormat { Text, Json };

/// Prints what was found. \returns Good where a compile and --verify will work, else NotDone.
Outcome showDoctor(llvm::raw_ostream &Out, DoctorFormat Format, const Target &T, const Installation &Installed);

} // namespace bpf

#endif
