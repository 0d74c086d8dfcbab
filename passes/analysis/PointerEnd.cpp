// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// release_reference(), clear_all_pkt_pointers(), destroy_if_dynptr_stack_slot() and invalidate_non_owning_refs() in
// kernel/bpf/verifier.c make numbers of pointers.
#include "passes/analysis/PointerEnd.h"
#include "passes/analysis/HelperCall.h"
#include "passes/analysis/KernelCall.h"
#include "passes/analysis/KernelPointerUses.h"
#include "passes/analysis/StackObject.h"
#include "passes/target/Kfunc.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SetVector.h"
#include "llvm/IR/Dominators.h"
#include "llvm/IR/InstIterator.h"
#include "llvm/IR/Instructions.h"

using namespace llvm;

namespace bpf {

using Ends = SmallVector<const CallBase *>;

/// Adds the calls that release the pointer itself. Of an object that a list, a tree or a map gets the pointer stays
/// good.
static void addReleases(const KernelPointerUses &Pointer, Ends &Found) {
  using enum ArgumentKind;
  for (const CallBase *Release : Pointer.releases()) {
    std::optional<KernelCall> Called = kernelCall(*Release);
    bool Ends = Called->Name != "bpf_kptr_xchg" && any_of(enumerate(Release->args()), [&](const auto &Each) {
                  ArgumentRule Rule = Called->argument(Each.index());
                  return Rule.IsReleased && is_contained({Record, Socket, Struct, Object}, Rule.Kind);
                });
    if (Ends)
      Found.push_back(Release);
  }
}

static bool isCallTo(const Instruction &I, StringRef Name) {
  const auto *Call = dyn_cast<CallBase>(&I);
  std::optional<KernelCall> Called = Call ? kernelCall(*Call) : std::nullopt;
  return Called && Called->Name == Name;
}

/// Adds the unlocks after which the program no longer holds an object that is in a list or tree.
static void addUnlocks(const KernelPointerUses &Pointer, const DominatorTree &Order, Ends &Found) {
  using enum ArgumentKind;
  const CallBase &Call = Pointer.call();
  std::optional<KernelCall> Called = kernelCall(Call);
  if (Called->Result.Kind != ResultKind::Object)
    return;
  auto Gives = [](const CallBase &To) {
    std::optional<KernelCall> Receiver = kernelCall(To);
    return any_of(Receiver->Arguments, [](const ArgumentRule &Each) {
      return Each.IsReleased && is_contained({ListNode, RbNode}, Each.Kind);
    });
  };
  Ends From;
  if (!Called->Result.IsAcquired)
    From.push_back(&Call); // bpf_rbtree_first(): it stays in the tree
  copy_if(Pointer.releases(), std::back_inserter(From), [&](const CallBase *Each) { return Gives(*Each); });
  for (const Instruction &I : instructions(*Call.getFunction()))
    if (isCallTo(I, "bpf_spin_unlock") && any_of(From, [&](const CallBase *Each) { return Order.dominates(Each, &I); }))
      Found.push_back(cast<CallBase>(&I));
}

static bool movesPacket(const CallBase &Call) {
  const Helper *Called = calledHelper(Call);
  const Kfunc *Kernel = calledKfunc(Call);
  return (Called && Called->movesPacketData()) || (Kernel && Kernel->movesPacketData());
}

/// The dynptr on that part of the stack, and all that were made of it or of which it was made by bpf_dynptr_clone().
/// Empty where one of them is not known.
static SmallVector<StackObject, 2> family(const AllocaInst &First) {
  SmallVector<StackObject, 2> Found;
  SmallSetVector<const AllocaInst *, 4> Left;
  Left.insert(&First);
  for (unsigned Next = 0; Next < Left.size(); ++Next) {
    StackObject Dynptr(*Left[Next]);
    if (!Dynptr.isKnown())
      return {};
    for (const User *Each : Left[Next]->users())
      if (const auto *Clone = dyn_cast<CallBase>(Each); Clone && isCallTo(*Clone, "bpf_dynptr_clone"))
        for (const Value *Other : Clone->args())
          if (const auto *Variable = dyn_cast<AllocaInst>(Other))
            Left.insert(Variable);
    Found.push_back(std::move(Dynptr));
  }
  return Found;
}

/// Adds what ends the dynptr of a slice, and what moves the packet of such a dynptr.
static void addSliceEnds(const CallBase &Slice, Ends &Found) {
  std::optional<KernelCall> Called = kernelCall(Slice);
  bool IsSlice = is_contained({"bpf_dynptr_data", "bpf_dynptr_slice", "bpf_dynptr_slice_rdwr"}, Called->Name);
  const auto *Variable = IsSlice ? dyn_cast<AllocaInst>(Slice.getArgOperand(0)) : nullptr;
  if (!Variable)
    return;
  SmallVector<StackObject, 2> Dynptrs = family(*Variable);
  auto AllFrom = [&](StringRef Name) {
    return !Dynptrs.empty() && all_of(Dynptrs, [&](const StackObject &Dynptr) {
      return !Dynptr.makers().empty() && all_of(Dynptr.makers(), [&](const CallBase *Each) {
        return isCallTo(*Each, Name) || isCallTo(*Each, "bpf_dynptr_clone");
      });
    });
  };
  bool IsOfSkb = AllFrom("bpf_dynptr_from_skb");
  for (const StackObject &Dynptr : Dynptrs) {
    append_range(Found, Dynptr.ends());
    if (&Dynptr.variable() == Variable)
      append_range(Found, Dynptr.makers());
    // bpf_dynptr_write() may have to pull the data of an skb; that of XDP stays where it is.
    if (IsOfSkb)
      copy_if(Dynptr.uses(), std::back_inserter(Found),
              [](const CallBase *Each) { return isCallTo(*Each, "bpf_dynptr_write"); });
  }
  if (!IsOfSkb && !AllFrom("bpf_dynptr_from_xdp"))
    return;
  for (const Instruction &I : instructions(*Slice.getFunction()))
    if (const auto *Call = dyn_cast<CallBase>(&I); Call && movesPacket(*Call))
      Found.push_back(Call);
}

SmallVector<const CallBase *> pointerEnds(const KernelPointerUses &Pointer, const DominatorTree &Order) {
  Ends Found;
  addReleases(Pointer, Found);
  addUnlocks(Pointer, Order, Found);
  addSliceEnds(Pointer.call(), Found);
  return Found;
}

} // namespace bpf
