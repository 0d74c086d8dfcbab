// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// LLVM's StackColoring merges variables whose lifetimes do not overlap. Whether it does is known after this; that
// another's lifetime can be over when this one's begins is known here.
#include "passes/analysis/SharedStack.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallVector.h"
#include "llvm/Analysis/CFG.h"
#include "llvm/IR/InstIterator.h"
#include "llvm/IR/Instructions.h"
#include "llvm/IR/IntrinsicInst.h"

using namespace llvm;

namespace bpf {

/// Where the lifetime of a variable begins, or where it ends.
static SmallVector<const Instruction *, 4> marks(const Instruction &Memory, Intrinsic::ID Kind) {
  SmallVector<const Instruction *, 4> Result;
  for (const User *Each : Memory.users())
    if (const auto *Mark = dyn_cast<IntrinsicInst>(Each); Mark && Mark->getIntrinsicID() == Kind)
      Result.push_back(Mark);
  return Result;
}

bool mayShareStack(const AllocaInst &Memory) {
  SmallVector<const Instruction *, 4> Starts = marks(Memory, Intrinsic::lifetime_start);
  auto ComesBefore = [&](const Instruction *End) {
    return any_of(Starts, [&](const Instruction *Start) { return isPotentiallyReachable(End, Start); });
  };
  return any_of(instructions(Memory.getFunction()), [&](const Instruction &Other) {
    return isa<AllocaInst>(Other) && &Other != &Memory && any_of(marks(Other, Intrinsic::lifetime_end), ComesBefore);
  });
}

} // namespace bpf
