// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A narrow value that is compared and used as an index or in an address has a copy for each: the compare bounds one,
// and the other is used. As one 64-bit value it has one register.
#include "passes/transform/Repairs.h"
#include "passes/transform/Widen.h"
#include "llvm/IR/Instructions.h"

using namespace llvm;

namespace bpf {

void repairOneRegister(Function &F, const Target &T, Repairs &R) {
  WidenRequest Request = {
      .NeedsRange =
          [](const Use &Each) { return isa<ZExtInst>(Each.getUser()) && Each.getUser()->getType()->isIntegerTy(64); },
      .MayWiden =
          [&](const Instruction &At) {
            return R.mayRepair(Transform::OneRegister, At, "a narrow value is tested and used in one register");
          },
      .HasAlu32 = T.hasAlu32(),
      .JoinsParts = true};
  widenValues(F, Request);
}

} // namespace bpf
