// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "driver/verify/KernelBlock.h"
#include "llvm/Support/raw_ostream.h"

using namespace llvm;

namespace bpf {

static std::string nameOf(KernelVersion Release) {
  return Release == KernelVersion() ? "the running kernel" : "Linux " + Release.text();
}

KernelBlock::KernelBlock(VerifiedKernel Kernel, bool IsOneOfSeveral)
    : Release(Kernel ? *Kernel : KernelVersion::running().value_or(KernelVersion())), IsRunning(!Kernel),
      Name(nameOf(Release)), IsHeadingDue(IsOneOfSeveral) {}

void KernelBlock::begin() {
  if (IsHeadingDue)
    errs() << Name << (IsRunning ? ", running:\n" : ":\n");
  IsHeadingDue = false;
}

} // namespace bpf
