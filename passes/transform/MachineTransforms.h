// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Adds the transforms of instructions to LLVM's code generation for BPF.
#ifndef BPFTOOLCHAIN_PASSES_TRANSFORM_MACHINETRANSFORMS_H
#define BPFTOOLCHAIN_PASSES_TRANSFORM_MACHINETRANSFORMS_H

#include "passes/transform/Repairs.h"
#include "llvm/Target/RegisterTargetPassConfigCallback.h"

namespace bpf {

/// While it lives, code that this process generates for BPF goes through the transforms of the stages Selected and
/// Final. The arguments have to outlive it. LLVM's list of such callbacks is global and not locked: one thread, one at
/// a time.
class MachineTransforms {
public:
  MachineTransforms(const Target &T, const TransformChoice &Choice, Repairs &R);

private:
  llvm::RegisterTargetPassConfigCallback Callback;
};

} // namespace bpf

#endif
