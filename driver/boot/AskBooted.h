// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The verdicts of a kernel that is booted to be asked.
#ifndef BPFTOOLCHAIN_DRIVER_BOOT_ASKBOOTED_H
#define BPFTOOLCHAIN_DRIVER_BOOT_ASKBOOTED_H

#include "driver/load/Record.h"
#include "driver/process/Outcome.h"
#include "llvm/ADT/STLFunctionalExtras.h"

namespace bpf {

/// What is booted.
struct BootedKernel {
  KernelVersion Release;
  std::string Images; ///< the folder of images
  std::string Guest;  ///< the path of verify-guest
};

/// Why a kernel did not answer, or not about everything.
struct BootFailure {
  Outcome Result;
  std::string Why;
  std::string Remedy; ///< may be empty
};

struct BootedAnswer {
  std::string Release; ///< as uname -r has it; empty if it does not boot
  bool IsEmulated = false;
  std::vector<ObjectAnswer> Objects;  ///< in the order of the request
  std::optional<BootFailure> Failure; ///< if one of them is missing
};

/// \param Progress is called with what is done, for somebody who waits.
BootedAnswer askBooted(const BootedKernel &Kernel, const BootRequest &Request,
                       llvm::function_ref<void(llvm::StringRef)> Progress);

} // namespace bpf

#endif
