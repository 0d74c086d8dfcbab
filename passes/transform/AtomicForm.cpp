// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The order is all that is changed: of the two forms the second orders memory fully, the first not at all
// (Documentation/bpf/standardization/instruction-set.rst, kernel/bpf/core.c).
#include "passes/transform/AtomicForm.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/IR/IRBuilder.h"
#include "llvm/IR/InstIterator.h"
#include "llvm/IR/Instructions.h"
#include "llvm/IR/Module.h"

using namespace llvm;

namespace bpf {

/// There is no instruction for a subtraction: LLVM adds the negated value, at 32 bits from v3 on alone.
static void makeAddition(AtomicRMWInst &Subtraction) {
  IRBuilder<> Builder(&Subtraction);
  Subtraction.setOperand(1, Builder.CreateNeg(Subtraction.getValOperand()));
  Subtraction.setOperation(AtomicRMWInst::Add);
}

static void choose(AtomicRMWInst &I, bool HasFetch) {
  if (!I.use_empty()) {
    if (!isStrongerThanMonotonic(I.getOrdering()))
      I.setOrdering(AtomicOrdering::SequentiallyConsistent);
    return;
  }
  AtomicRMWInst::BinOp Operation = I.getOperation();
  if (HasFetch || (Operation != AtomicRMWInst::Add && Operation != AtomicRMWInst::Sub))
    return;
  if (Operation == AtomicRMWInst::Sub)
    makeAddition(I);
  I.setOrdering(AtomicOrdering::Monotonic);
}

void chooseAtomicForms(Module &M, const Target &T) {
  bool HasFetch = T.has(Feature::AtomicFetch) && T.cpu() >= Cpu::V3;
  for (Function &F : M)
    for (Instruction &I : make_early_inc_range(instructions(F)))
      if (auto *Operation = dyn_cast<AtomicRMWInst>(&I))
        choose(*Operation, HasFetch);
}

} // namespace bpf
