// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// By the name, as LLVM recognizes library functions.
#include "passes/analysis/MemoryComparison.h"
#include "llvm/IR/Function.h"
#include "llvm/IR/InstrTypes.h"

using namespace llvm;

namespace bpf {

bool isMemoryComparison(const CallBase &Call) {
  const Function *Callee = Call.getCalledFunction();
  return Callee && Callee->isDeclaration() && (Callee->getName() == "memcmp" || Callee->getName() == "bcmp") &&
         Call.arg_size() == 3 && !Call.isNoBuiltin();
}

} // namespace bpf
