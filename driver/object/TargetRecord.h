// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// What an object was made for, written into it: local absolute symbols, because libbpf warns of sections it does not
// know at every load.
#ifndef BPFTOOLCHAIN_DRIVER_OBJECT_TARGETRECORD_H
#define BPFTOOLCHAIN_DRIVER_OBJECT_TARGETRECORD_H

#include "passes/target/Target.h"
#include <optional>

namespace bpf {

struct RecordedSymbol {
  std::string Name; ///< bpfcc.cpu.v4, bpfcc.kernel.5.15
  unsigned Value;   ///< 4; as the kernel's KERNEL_VERSION()
};

/// What recordOf() wrote into an object.
struct TargetRecord {
  std::optional<Cpu> OfCpu;
  std::optional<KernelVersion> OfKernel;
};
TargetRecord recordIn(llvm::StringRef Object);

/// The kernel only where it was named, so that the same -mcpu gives the same bytes anywhere.
std::vector<RecordedSymbol> recordOf(const Target &T);

} // namespace bpf

#endif
