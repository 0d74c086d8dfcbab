// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Such a value is undef, which may be anything, and comes together with others in a phi. Where all that comes is undef
// LLVM has dropped it.
#include "passes/transform/UnsetValues.h"
#include "llvm/IR/Constants.h"
#include "llvm/IR/Instructions.h"
#include "llvm/IR/Module.h"

using namespace llvm;

namespace bpf {

void clearUnsetValues(Module &M) {
  for (Function &F : M)
    for (BasicBlock &Block : F)
      for (PHINode &Phi : Block.phis())
        for (Use &Each : Phi.incoming_values())
          if (isa<UndefValue>(Each))
            Each = Constant::getNullValue(Phi.getType());
}

} // namespace bpf
