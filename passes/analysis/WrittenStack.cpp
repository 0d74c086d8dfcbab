// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// On some path: by every instruction that reaches the call. On every path: what is written at the end of each block,
// from the blocks before it, again and again until nothing changes.
#include "passes/analysis/WrittenStack.h"
#include "passes/analysis/StackSlot.h"
#include "llvm/ADT/DenseMap.h"
#include "llvm/ADT/PostOrderIterator.h"
#include "llvm/Analysis/CFG.h"
#include "llvm/IR/CFG.h"
#include "llvm/IR/Instructions.h"
#include "llvm/Support/MathExtras.h"

using namespace llvm;

namespace bpf {

BitVector writtenOnSomePath(const StackSlot &Slot, const CallBase &Call) {
  BitVector Written(Slot.bytes());
  for (const StackWrite &Each : Slot.writes())
    if (Each.By != &Call && isPotentiallyReachable(Each.By, &Call))
      Written.set(Each.Bytes.Begin, Each.Bytes.End);
  return Written;
}

using PerBlock = DenseMap<const BasicBlock *, BitVector>;

static BitVector atBeginOf(const BasicBlock &Block, const PerBlock &AtEnd, unsigned Bytes) {
  BitVector Written(Bytes, !Block.isEntryBlock());
  for (const BasicBlock *Before : predecessors(&Block))
    // A block that was not visited yet does not count.
    if (auto Known = AtEnd.find(Before); Known != AtEnd.end())
      Written &= Known->second;
  return Written;
}

BitVector writtenOnEveryPath(const StackSlot &Slot, const CallBase &Call) {
  PerBlock InBlock, AtEnd;
  for (const StackWrite &Each : Slot.writes())
    InBlock.try_emplace(Each.By->getParent(), Slot.bytes()).first->second.set(Each.Bytes.Begin, Each.Bytes.End);
  ReversePostOrderTraversal<const Function *> Blocks(Call.getFunction());
  for (bool Changed = true; Changed;) {
    Changed = false;
    for (const BasicBlock *Block : Blocks) {
      BitVector Written = atBeginOf(*Block, AtEnd, Slot.bytes());
      if (auto Known = InBlock.find(Block); Known != InBlock.end())
        Written |= Known->second;
      auto [Known, IsNew] = AtEnd.try_emplace(Block, Written);
      Changed |= IsNew || Known->second != Written;
      Known->second = std::move(Written);
    }
  }
  BitVector Written = atBeginOf(*Call.getParent(), AtEnd, Slot.bytes());
  for (const StackWrite &Each : Slot.writes())
    if (Each.By->getParent() == Call.getParent() && Each.By->comesBefore(&Call))
      Written.set(Each.Bytes.Begin, Each.Bytes.End);
  return Written;
}

BitVector assumedWritten(const StackSlot &Slot, const BitVector &Written) {
  constexpr uint64_t Together = 8;
  BitVector Found(Slot.bytes());
  // Where eight bytes begin is known as far as the slot is aligned.
  uint64_t Known = std::min(Slot.memory().getAlign().value(), Together), Unknown = Together - Known;
  auto Consume = [&](uint64_t Begin, uint64_t End) {
    uint64_t First = alignDown(Begin, Known), Last = alignTo(End, Known);
    Found.set(First - std::min(First, Unknown), std::min(Last + Unknown, Slot.bytes()));
  };
  for (unsigned Byte : Written.set_bits())
    Consume(Byte, Byte + 1);
  // What lies beside the slot may be written too.
  Consume(0, 0);
  Consume(Slot.bytes(), Slot.bytes());
  return Found;
}

} // namespace bpf
