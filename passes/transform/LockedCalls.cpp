// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Which locks may be held goes forward along branches, from the calls that acquire them to those that release them.
#include "passes/transform/LockedCalls.h"
#include "passes/analysis/HelperCall.h"
#include "llvm/ADT/DenseMap.h"
#include "llvm/ADT/SmallVector.h"
#include "llvm/IR/CFG.h"
#include "llvm/IR/InstrTypes.h"
#include "llvm/IR/Module.h"
#include "llvm/Transforms/Utils/Cloning.h"

using namespace llvm;

namespace bpf {

namespace {

enum Lock : unsigned { SpinLock = 1, RcuLock = 2 };
constexpr unsigned SpinLockHelper = 93, SpinUnlockHelper = 94; // BPF_FUNC_spin_lock, BPF_FUNC_spin_unlock

} // namespace

/// The locks that may be held behind an instruction.
static unsigned heldBehind(const Instruction &I, unsigned Held) {
  const auto *Call = dyn_cast<CallBase>(&I);
  if (!Call)
    return Held;
  const Function *Callee = Call->getCalledFunction();
  StringRef Name = Callee ? Callee->getName() : "";
  unsigned Helper = helperNumber(*Call);
  if (Helper == SpinLockHelper)
    return Held | SpinLock;
  if (Helper == SpinUnlockHelper)
    return Held & ~SpinLock;
  if (Name == "bpf_rcu_read_lock")
    return Held | RcuLock;
  return Name == "bpf_rcu_read_unlock" ? Held & ~RcuLock : Held;
}

static bool takesLock(const Function &F) {
  return any_of(F, [](const BasicBlock &Block) {
    return any_of(Block, [](const Instruction &I) { return heldBehind(I, 0) != 0; });
  });
}

/// The locks that may be held at the begin of each block that is reached.
static DenseMap<BasicBlock *, unsigned> heldBefore(Function &F) {
  DenseMap<BasicBlock *, unsigned> Held;
  SmallVector<BasicBlock *> Open = {&F.getEntryBlock()};
  Held[Open.front()] = 0;
  while (!Open.empty()) {
    BasicBlock *Block = Open.pop_back_val();
    unsigned Now = Held[Block];
    for (const Instruction &I : *Block)
      Now = heldBehind(I, Now);
    for (BasicBlock *Next : successors(Block)) {
      auto [Known, IsNew] = Held.try_emplace(Next, 0u);
      if (!IsNew && (Known->second | Now) == Known->second)
        continue;
      Known->second |= Now;
      Open.push_back(Next);
    }
  }
  return Held;
}

static SmallVector<CallBase *> callsUnderLocks(Function &F, function_ref<bool(const Function &)> MayGo) {
  SmallVector<CallBase *> Found;
  DenseMap<BasicBlock *, unsigned> Held = heldBefore(F);
  for (BasicBlock &Block : F) {
    unsigned Now = Held.lookup(&Block);
    for (Instruction &I : Block) {
      auto *Call = dyn_cast<CallBase>(&I);
      Function *Callee = Call ? Call->getCalledFunction() : nullptr;
      if (Now && Callee && MayGo(*Callee))
        Found.push_back(Call);
      Now = heldBehind(I, Now);
    }
  }
  return Found;
}

SetVector<Function *> inlineUnderLocks(Module &M, function_ref<bool(const Function &)> MayGo) {
  // A chain of calls is no longer than this, but for recursion, which the kernel rejects.
  constexpr unsigned MostFrames = 8;
  SetVector<Function *> Changed;
  for (Function &F : M) {
    if (!takesLock(F))
      continue;
    for (unsigned Frame = 1; Frame != MostFrames; ++Frame)
      for (CallBase *Call : callsUnderLocks(F, MayGo)) {
        InlineFunctionInfo Inlined;
        if (InlineFunction(*Call, Inlined).isSuccess())
          Changed.insert(&F);
      }
  }
  return Changed;
}

} // namespace bpf
