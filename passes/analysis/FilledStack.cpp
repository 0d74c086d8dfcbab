// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Of the writes that overlap with the read one is the kernel's and comes right before it; others come before that.
#include "passes/analysis/FilledStack.h"
#include "passes/analysis/FieldOffset.h"
#include "passes/analysis/KernelCall.h"
#include "passes/analysis/StackSlot.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/IR/Instructions.h"

using namespace llvm;

namespace bpf {

static bool isFill(const Instruction &By, const Value &Variable) {
  using enum ArgumentKind;
  const auto *Call = dyn_cast<CallBase>(&By);
  std::optional<KernelCall> Called = Call ? kernelCall(*Call) : std::nullopt;
  return Called && all_of(enumerate(Call->args()), [&](const auto &Each) {
           bool IsIt =
               Each.value()->getType()->isPointerTy() && Each.value()->stripInBoundsConstantOffsets() == &Variable;
           return !IsIt || is_contained({Reads, Key, Value, Writes, Updates}, Called->argument(Each.index()).Kind);
         });
}

/// True if each path to the second goes through the first, as far as a glance shows.
static bool comesBefore(const Instruction &First, const Instruction &Second) {
  constexpr unsigned Enough = 64;
  const BasicBlock *Block = Second.getParent();
  if (Block == First.getParent())
    return First.comesBefore(&Second);
  for (unsigned Steps = 0; Block && Steps < Enough; ++Steps) {
    Block = Block->getUniquePredecessor();
    if (Block == First.getParent())
      return true;
  }
  return First.getParent()->isEntryBlock();
}

bool isFilledByKernel(const LoadInst &Load) {
  std::optional<AddressBehind> Address = addressBehind(*Load.getPointerOperand(), Load.getDataLayout());
  const auto *Variable = Address && !Address->IsRelocated ? dyn_cast<AllocaInst>(Address->Base) : nullptr;
  if (!Variable)
    return false;
  uint64_t Begin = Address->Bytes;
  uint64_t End = Begin + Load.getDataLayout().getTypeStoreSize(Load.getType()).getFixedValue();
  StackSlot Slot(*Variable);
  SmallVector<const StackWrite *> Overlapping;
  for (const StackWrite &Each : Slot.writes())
    if (Each.Bytes.Begin < End && Begin < Each.Bytes.End)
      Overlapping.push_back(&Each);
  return any_of(Overlapping, [&](const StackWrite *Fill) {
    return Fill->Bytes.Begin <= Begin && End <= Fill->Bytes.End && isFill(*Fill->By, *Variable) &&
           comesBefore(*Fill->By, Load) && all_of(Overlapping, [&](const StackWrite *Each) {
             return Each->By == Fill->By || comesBefore(*Each->By, *Fill->By);
           });
  });
}

} // namespace bpf
