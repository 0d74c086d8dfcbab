// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The uses of an alloca are followed as long as the offset is known. What is not understood writes everything, so that
// bytes that may have been written after all are not reported.
#include "passes/analysis/StackSlot.h"
#include "passes/analysis/FieldOffset.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/IR/Constants.h"
#include "llvm/IR/DataLayout.h"
#include "llvm/IR/Instructions.h"
#include "llvm/IR/IntrinsicInst.h"
#include "llvm/IR/IntrinsicsBPF.h"
#include "llvm/IR/Operator.h"

using namespace llvm;

namespace bpf {

/// Who writes an unknown number of bytes may write all from there on; at an unknown place, all there are.
void StackSlot::write(const Instruction &By, std::optional<uint64_t> Offset, std::optional<uint64_t> Length) {
  uint64_t Begin = Offset && *Offset <= Bytes ? *Offset : 0;
  bool IsKnown = Offset && Length && *Offset + *Length <= Bytes;
  uint64_t End = IsKnown ? Begin + *Length : Bytes;
  if (Begin < End)
    Writes.push_back({&By, {Begin, End}});
}

void StackSlot::call(const CallBase &Call, unsigned Argument, std::optional<uint64_t> Offset) {
  ArgumentMemory Memory = argumentMemory(Call, Argument);
  if (Offset && Memory.Read && *Memory.Read && *Offset + *Memory.Read <= Bytes)
    Reads.push_back({&Call, Memory, {*Offset, *Offset + *Memory.Read}});
  if (Memory.Written != 0)
    write(Call, Offset, Memory.Written);
}

void StackSlot::use(const Use &Each, std::optional<uint64_t> Offset) {
  const auto &I = *cast<Instruction>(Each.getUser());
  const DataLayout &Layout = Memory.getDataLayout();
  if (isa<LoadInst>(I) || isa<ICmpInst>(I) || I.isLifetimeStartOrEnd())
    return;
  if (const auto *Store = dyn_cast<StoreInst>(&I); Store && Each.getOperandNo() == Store->getPointerOperandIndex())
    return write(I, Offset, Layout.getTypeStoreSize(Store->getValueOperand()->getType()).getFixedValue());
  if (const auto *Address = dyn_cast<GEPOperator>(&I)) {
    std::optional<FieldOffset> More = fieldOffset(*Address, Layout);
    Relocated |= More && More->IsRelocated;
    return follow(I, Offset && More ? std::optional(*Offset + More->Bytes) : std::nullopt);
  }
  if (const auto *Fence = dyn_cast<IntrinsicInst>(&I); Fence && Fence->getIntrinsicID() == Intrinsic::bpf_passthrough)
    return follow(I, Offset);
  if (const auto *Fill = dyn_cast<MemIntrinsic>(&I)) {
    const auto *Length = dyn_cast<ConstantInt>(Fill->getLength());
    if (Each.getOperandNo() == 0)
      write(I, Offset, Length ? std::optional(Length->getLimitedValue()) : std::nullopt);
    return;
  }
  if (const auto *Call = dyn_cast<CallBase>(&I); Call && Call->isArgOperand(&Each) && !isa<IntrinsicInst>(I))
    return call(*Call, Call->getArgOperandNo(&Each), Offset);
  write(I, std::nullopt, std::nullopt);
}

void StackSlot::follow(const Value &Pointer, std::optional<uint64_t> Offset) {
  for (const Use &Each : Pointer.uses())
    if (isa<Instruction>(Each.getUser()))
      use(Each, Offset);
}

StackSlot::StackSlot(const AllocaInst &Memory) : Memory(Memory) {
  std::optional<TypeSize> Size = Memory.getAllocationSize(Memory.getDataLayout());
  Bytes = Size ? Size->getFixedValue() : 0;
  follow(Memory, 0);
  // Uses are listed from the last to the first.
  std::reverse(Reads.begin(), Reads.end());
}

} // namespace bpf
