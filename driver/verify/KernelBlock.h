// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// What one of the kernels of a call says is shown as a block.
#ifndef BPFTOOLCHAIN_DRIVER_VERIFY_KERNELBLOCK_H
#define BPFTOOLCHAIN_DRIVER_VERIFY_KERNELBLOCK_H

#include "driver/options/Options.h"

namespace bpf {

class KernelBlock {
public:
  KernelBlock(VerifiedKernel Kernel, bool IsOneOfSeveral);

  /// "Linux 6.1".
  const std::string &name() const { return Name; }
  KernelVersion release() const { return Release; }
  bool isRunning() const { return IsRunning; }
  /// " on Linux 6.1"; empty for the running kernel.
  std::string onBooted() const { return IsRunning ? "" : " on " + Name; }

  /// Names the kernel in a line of its own, once and if there are several. Called before anything is shown of it: a
  /// kernel that accepts everything is silent.
  void begin();

private:
  KernelVersion Release; ///< 0.0 if that of the running one is unknown
  bool IsRunning;
  std::string Name;
  bool IsHeadingDue;
};

} // namespace bpf

#endif
