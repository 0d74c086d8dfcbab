// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Where variables are at each instruction is a part of DWARF. Where none is made, nothing has to find it out.
#ifndef BPFTOOLCHAIN_PASSES_TRANSFORM_VARIABLELOCATIONS_H
#define BPFTOOLCHAIN_PASSES_TRANSFORM_VARIABLELOCATIONS_H

#include "llvm/Target/RegisterTargetPassConfigCallback.h"

namespace bpf {

/// While it lives, code that this process generates for BPF loses the locations of variables when its instructions are
/// final, before LLVM extends them to all places where they hold. No instruction and no line changes: earlier, LLVM
/// would fold branches in another order. LLVM's list of such callbacks is global and not locked: one thread.
class WithoutVariableLocations {
public:
  WithoutVariableLocations();

private:
  llvm::RegisterTargetPassConfigCallback Callback;
};

} // namespace bpf

#endif
