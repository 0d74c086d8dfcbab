// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// SelectionDAG looks through everything else: it narrows compares, and combines an address with what it knows of an
// index.
#include "passes/transform/OpaqueCopy.h"
#include "llvm/IR/InlineAsm.h"

using namespace llvm;

namespace bpf {

Value *makeOpaqueCopy(Value *V, IRBuilder<> &Builder) {
  FunctionType *T = FunctionType::get(V->getType(), {V->getType()}, false);
  CallInst *Copy = Builder.CreateCall(T, InlineAsm::get(T, "", "=r,0", /*hasSideEffects=*/false), {V});
  Copy->setDoesNotThrow();
  Copy->setDoesNotAccessMemory();
  return Copy;
}

} // namespace bpf
