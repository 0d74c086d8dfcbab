// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Reverse post-order visits each block after its predecessors, so that one walk finds the shortest path to
// each.
#include "passes/analysis/LoopPath.h"
#include "llvm/Analysis/LoopInfo.h"
#include "llvm/Analysis/LoopIterator.h"
#include "llvm/IR/CFG.h"
#include "llvm/IR/Instructions.h"
#include "llvm/IR/IntrinsicInst.h"

using namespace llvm;

namespace bpf {

static unsigned weightOf(const BasicBlock &Block) {
  unsigned Weight = 0;
  for (const Instruction &I : Block)
    Weight += isa<LoadInst>(I) || isa<StoreInst>(I) || isa<BinaryOperator>(I) || I.isTerminator() ||
              (isa<CallBase>(I) && !isa<IntrinsicInst>(I));
  return Weight;
}

uint64_t shortestPath(const Loop &L, const LoopInfo &Loops) {
  DenseMap<const BasicBlock *, uint64_t> Paths;
  LoopBlocksRPO Order(const_cast<Loop *>(&L));
  Order.perform(const_cast<LoopInfo *>(&Loops));
  uint64_t Result = UINT64_MAX;
  Paths[L.getHeader()] = weightOf(*L.getHeader());
  for (const BasicBlock *Block : Order) {
    auto Path = Paths.find(Block);
    if (Path == Paths.end())
      continue;
    uint64_t Here = Path->second;
    for (const BasicBlock *Next : successors(Block)) {
      if (Next == L.getHeader())
        Result = std::min(Result, Here);
      else if (L.contains(Next)) {
        uint64_t &Known = Paths.try_emplace(Next, UINT64_MAX).first->second;
        Known = std::min(Known, Here + weightOf(*Next));
      }
    }
  }
  return Result == UINT64_MAX ? 1 : Result;
}

} // namespace bpf
