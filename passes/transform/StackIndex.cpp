// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Code generation adds by a bitwise or where the sum has no carry: the address of a variable on the stack has low bits
// that are 0, and an index that is less than its alignment has no others (DAGCombiner::visitADDLike() in LLVM).
#include "passes/transform/OpaqueCopy.h"
#include "passes/transform/Repairs.h"
#include "llvm/Analysis/ValueTracking.h"
#include "llvm/IR/GetElementPtrTypeIterator.h"
#include "llvm/IR/InstIterator.h"
#include "llvm/IR/Instructions.h"
#include "llvm/Support/KnownBits.h"

using namespace llvm;

namespace bpf {

/// The largest that its slot in the frame may get: code generation raises it where a copy takes fewer instructions
/// then.
static Align alignmentOf(const AllocaInst &Variable) {
  return std::max(Variable.getAlign(), *Variable.getDataLayout().getStackAlignment());
}

/// The index whose multiple has no bit in common with an address of that alignment; null where there is none.
static Use *indexBelow(GetElementPtrInst &Address, Align Alignment) {
  const DataLayout &Layout = Address.getDataLayout();
  auto Each = gep_type_begin(Address);
  for (Use &Index : Address.indices()) {
    auto Step = Each++;
    if (isa<Constant>(Index) || Step.isStruct() || !Index->getType()->isIntegerTy(64))
      continue;
    uint64_t Stride = Step.getSequentialElementStride(Layout).getFixedValue();
    APInt Largest = computeKnownBits(Index, Layout).getMaxValue();
    bool Overflows = false;
    APInt Bytes = Largest.umul_ov(APInt(64, Stride), Overflows);
    if (!Overflows && Bytes.ult(Alignment.value()))
      return &Index;
  }
  return nullptr;
}

void repairStackIndex(Function &F, const Target &, Repairs &R) {
  for (Instruction &I : instructions(F)) {
    auto *Address = dyn_cast<GetElementPtrInst>(&I);
    const auto *Variable = Address ? dyn_cast<AllocaInst>(getUnderlyingObject(Address->getPointerOperand())) : nullptr;
    Use *Index = Variable ? indexBelow(*Address, alignmentOf(*Variable)) : nullptr;
    if (!Index || !R.mayRepair(Transform::StackIndex, I, "an index is added to an address on the stack"))
      continue;
    IRBuilder<> Builder(Address);
    Index->set(makeOpaqueCopy(*Index, Builder));
  }
}

} // namespace bpf
