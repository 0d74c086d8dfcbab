// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// LLVM makes one pointer of base and index for all uses, before a later check of the index. What the verifier learns of
// the index there, the pointer does not have: it is made again behind the check.
#include "passes/transform/OpaqueCopy.h"
#include "passes/transform/Repairs.h"
#include "llvm/ADT/MapVector.h"
#include "llvm/IR/Dominators.h"
#include "llvm/IR/InstIterator.h"

using namespace llvm;

namespace bpf {

/// The edges behind which something is known of the index that was not known where the pointer was made.
static SmallVector<BasicBlockEdge> checksBehind(const GetElementPtrInst &Pointer, const DominatorTree &Dominators) {
  SmallVector<BasicBlockEdge> Edges;
  for (const User *Each : Pointer.getOperand(1)->users()) {
    const auto *Compare = dyn_cast<ICmpInst>(Each);
    if (!Compare || Compare->isEquality())
      continue;
    for (const User *Test : Compare->users()) {
      const auto *Branch = dyn_cast<BranchInst>(Test);
      if (!Branch || Branch->getSuccessor(0) == Branch->getSuccessor(1) ||
          !Dominators.dominates(Pointer.getParent(), Branch->getParent()))
        continue;
      for (const BasicBlock *Successor : Branch->successors())
        Edges.emplace_back(Branch->getParent(), Successor);
    }
  }
  return Edges;
}

/// True where the pointer, or one made of it, is compared with another: what the verifier learns there belongs to this
/// pointer, and a second one of the same address would not have it. So it is with pointers into the packet.
static bool isBounded(const Value &Pointer, unsigned Depth = 0) {
  constexpr unsigned Deepest = 6;
  return any_of(Pointer.users(), [&](const User *Each) {
    if (const auto *Compare = dyn_cast<ICmpInst>(Each))
      return !isa<ConstantPointerNull>(Compare->getOperand(1));
    bool IsPointer = isa<GetElementPtrInst, PHINode, SelectInst>(Each);
    return IsPointer && (Depth == Deepest || isBounded(*Each, Depth + 1));
  });
}

/// Uses of the pointer in blocks behind a check, by block. A phi uses it in another block.
static MapVector<BasicBlock *, SmallVector<Use *>>
usesBehind(GetElementPtrInst &Pointer, ArrayRef<BasicBlockEdge> Checks, const DominatorTree &Dominators) {
  MapVector<BasicBlock *, SmallVector<Use *>> Found;
  for (Use &Each : Pointer.uses()) {
    auto *I = cast<Instruction>(Each.getUser());
    BasicBlock *Block = I->getParent();
    if (isa<PHINode>(I) || Block == Pointer.getParent())
      continue;
    if (any_of(Checks, [&](const BasicBlockEdge &Edge) { return Dominators.dominates(Edge, Block); }))
      Found[Block].push_back(&Each);
  }
  return Found;
}

/// The pointer once more, of a copy of the index that code generation cannot trace back to the first one.
static Value *remake(GetElementPtrInst &Pointer, BasicBlock &Block) {
  BasicBlock::iterator Place = Block.getFirstInsertionPt();
  IRBuilder<> Builder(&Block, Place);
  Builder.SetCurrentDebugLocation(Pointer.getDebugLoc());
  Value *Copy = makeOpaqueCopy(Pointer.getOperand(1), Builder);
  auto *Made = cast<GetElementPtrInst>(Pointer.clone());
  Made->setOperand(1, Copy);
  Builder.Insert(Made);
  return Made;
}

void repairRemadePointers(Function &F, const Target &, Repairs &R) {
  DominatorTree Dominators(F);
  SmallVector<GetElementPtrInst *> Pointers;
  for (Instruction &I : instructions(F))
    if (auto *Pointer = dyn_cast<GetElementPtrInst>(&I); Pointer && Pointer->getNumIndices() == 1)
      if (isa<Instruction>(Pointer->getOperand(1)))
        Pointers.push_back(Pointer);
  for (GetElementPtrInst *Pointer : Pointers) {
    SmallVector<BasicBlockEdge> Checks = checksBehind(*Pointer, Dominators);
    if (Checks.empty() || isBounded(*Pointer))
      continue;
    for (auto &[Block, Uses] : usesBehind(*Pointer, Checks, Dominators)) {
      if (!R.mayRepair(Transform::RemadePointers, *Pointer, "a pointer is made again behind a check of its index"))
        break;
      Value *Made = remake(*Pointer, *Block);
      for (Use *Each : Uses)
        Each->set(Made);
    }
    if (Pointer->use_empty())
      Pointer->eraseFromParent();
  }
}

} // namespace bpf
