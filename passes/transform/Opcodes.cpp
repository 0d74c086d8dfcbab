// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The names are a table in LLVM's target.
#include "passes/transform/Opcodes.h"
#include "llvm/CodeGen/TargetInstrInfo.h"
#include "llvm/Support/ErrorHandling.h"

using namespace llvm;

namespace bpf {

unsigned opcodeOf(StringRef Name, const TargetInstrInfo &In) {
  for (unsigned Each = 0; Each != In.getNumOpcodes(); ++Each)
    if (In.getName(Each) == Name)
      return Each;
  reportFatalInternalError("LLVM's BPF target has no instruction " + Name);
}

} // namespace bpf
