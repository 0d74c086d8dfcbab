// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A helper that may move a packet makes the kernel forget every pointer into it: clear_all_pkt_pointers() in
// kernel/bpf/verifier.c (-Wbpf-stale-packet-pointer). What is stale where goes forward through each function: a call
// that moves makes all pointers so, a pointer that is computed from a stale one is stale, a fresh read is not.
#include "passes/RunChecks.h"
#include "passes/analysis/Location.h"
#include "passes/analysis/PacketPointers.h"
#include "passes/analysis/Reach.h"
#include "llvm/ADT/BitVector.h"
#include "llvm/ADT/PostOrderIterator.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/IR/CFG.h"
#include "llvm/IR/DebugInfoMetadata.h"
#include "llvm/IR/DebugProgramInstruction.h"
#include "llvm/IR/InstIterator.h"
#include "llvm/IR/Instructions.h"
#include "llvm/IR/IntrinsicInst.h"
#include "llvm/IR/Module.h"
#include "llvm/Support/FormatVariadic.h"
#include <set>

using namespace llvm;

namespace bpf {

namespace {

/// Since which call a pointer is stale, and whether on every path to here: on some paths only, conditions that belong
/// together may exclude it, which the kernel sees and this does not.
struct Since {
  const CallBase *Call;
  bool OnEveryPath;

  bool operator==(const Since &) const = default;
};
using Stale = DenseMap<const Value *, Since>;

class InFunction {
public:
  InFunction(const Function &F, const PacketPointers &Packets, const Reach &Looked, const Target &T, Report R)
      : F(F), Packets(Packets), Pointers(Packets.in(F)), Looked(Looked), T(T), R(R) {}

  void run();

private:
  void pass(const BasicBlock &Block, Stale &Now, bool Reports);
  void enter(const BasicBlock &Block, Stale &Now) const;
  void transfer(const Instruction &I, Stale &Now) const;
  void inspect(const Instruction &I, const Stale &Now);
  void report(const Instruction &I, const Value &Pointer, const Since &From);
  void reportCompare(const Instruction &I, const Value &Pointer, const Since &From);
  void finish(Finding Found, const Since &From, const Instruction &I);
  std::string nameOf(const Value &V) const;

  const Function &F;
  const PacketPointers &Packets;
  const SetVector<const Value *> &Pointers;
  const Reach &Looked;
  const Target &T;
  Report R;
  DenseMap<const BasicBlock *, Stale> AtEnd;
  std::set<const CallBase *> Reported; ///< the kernel stops at the first use; later ones would be redundant
};

} // namespace

/// What is stale at the start of a block, phi nodes included: each from its predecessor.
void InFunction::enter(const BasicBlock &Block, Stale &Now) const {
  auto Merge = [&](const Value *Pointer, function_ref<const Value *(const BasicBlock *)> ValueFrom) {
    std::optional<Since> Merged;
    bool OnEveryPath = true;
    for (const BasicBlock *Before : predecessors(&Block)) {
      // A path that was not walked yet does not count; the next round includes it.
      auto Ended = AtEnd.find(Before);
      if (Ended == AtEnd.end())
        continue;
      auto Known = Ended->second.find(ValueFrom(Before));
      bool IsStale = Known != Ended->second.end();
      OnEveryPath &= IsStale && Known->second.OnEveryPath;
      if (IsStale && !Merged)
        Merged = Known->second;
    }
    Now.erase(Pointer);
    // If a stale pointer meets a fresh one, later conditions mostly decide which it is.
    bool Meets = isa<PHINode>(Pointer) && cast<PHINode>(Pointer)->getParent() == &Block;
    if (Merged && (OnEveryPath || !Meets))
      Now.insert({Pointer, {Merged->Call, OnEveryPath}});
  };
  for (const Value *Each : Pointers) {
    const auto *Node = dyn_cast<PHINode>(Each);
    if (Node && Node->getParent() == &Block)
      Merge(Each, [&](const BasicBlock *Before) { return Node->getIncomingValueForBlock(Before); });
    else
      Merge(Each, [&](const BasicBlock *) { return Each; });
  }
}

void InFunction::transfer(const Instruction &I, Stale &Now) const {
  if (isa<PHINode>(I))
    return;
  const auto *Call = dyn_cast<CallBase>(&I);
  if (Call && !Packets.movedBy(*Call).empty())
    for (const Value *Each : Pointers)
      if (auto [Known, IsNew] = Now.try_emplace(Each, Since{Call, true}); !IsNew && !Known->second.OnEveryPath)
        Known->second = {Call, true};
  if (!Pointers.contains(&I))
    return;
  // A read from the context, or from a function that made one, is fresh; anything else is what it is made of.
  Now.erase(&I);
  if (isa<LoadInst>(I) || (Call && !isa<IntrinsicInst>(I)))
    return;
  for (const Use &Operand : I.operands())
    if (auto Known = Now.find(Operand.get()); Known != Now.end()) {
      Since Same = Known->second;
      Now.insert({&I, Same});
      return;
    }
}

/// The variable that was set to a value last, or to what it is computed from.
std::string InFunction::nameOf(const Value &V) const {
  constexpr unsigned Enough = 8;
  const Value *Each = &V;
  for (unsigned Steps = 0; Steps < Enough; ++Steps) {
    StringRef Name;
    for (const Instruction &I : instructions(F))
      for (const DbgVariableRecord &Record : filterDbgVars(I.getDbgRecordRange()))
        if (!Record.isDbgDeclare() && is_contained(Record.location_ops(), Each))
          Name = Record.getVariable()->getName();
    if (!Name.empty())
      return ("'" + Name + "'").str();
    const auto *Made = dyn_cast<Instruction>(Each);
    if (!Made || isa<LoadInst>(Made) || isa<CallBase>(Made))
      break;
    Each = Made->getOperand(0);
  }
  return "this pointer";
}

void InFunction::finish(Finding Found, const Since &From, const Instruction &I) {
  const CallBase &Call = *From.Call;
  std::string By = Packets.movedBy(Call);
  const Function *Callee = Call.getCalledFunction();
  std::string Who = Callee && !Callee->isDeclaration()
                        ? formatv("'{0}' calls {1}(), which may move the packet", Callee->getName(), By).str()
                        : formatv("{0}() may move the packet", By).str();
  Found.Notes.push_back({Who, placeOf(Call)});
  Found.Notes.push_back({"after the call, reload data and data_end from the context and repeat the bounds check", {}});
  if (!From.OnEveryPath || Looked.of(I) != Reached::Surely || !Packets.verifierKnows(Call, T))
    Found.Sev = Severity::Fragile;
  R(std::move(Found));
}

void InFunction::report(const Instruction &I, const Value &Pointer, const Since &From) {
  finish(findingAt(I, Check::StalePacketPointer, Severity::Rejected,
                   formatv("{0} points into the packet and is invalid after {1}()", nameOf(Pointer),
                           Packets.movedBy(*From.Call))),
         From, I);
}

/// A fresh pointer beside a bound that is none any more: nothing is proven by it.
void InFunction::reportCompare(const Instruction &I, const Value &Pointer, const Since &From) {
  finish(findingAt(I, Check::StalePacketPointer, Severity::Rejected,
                   formatv("{0} was read before {1}(), so this bounds check proves nothing", nameOf(Pointer),
                           Packets.movedBy(*From.Call))),
         From, I);
}

void InFunction::inspect(const Instruction &I, const Stale &Now) {
  for (const Use &Operand : I.operands()) {
    auto Known = Now.find(Operand.get());
    if (Known == Now.end() || Reported.count(Known->second.Call))
      continue;
    bool Accesses = Packets.accesses(I, *Operand);
    bool Compares = isa<ICmpInst>(I) && any_of(I.operands(), [&](const Use &Other) {
                      return Pointers.contains(Other.get()) && !Now.contains(Other.get());
                    });
    if (!Accesses && !Compares)
      continue;
    Reported.insert(Known->second.Call);
    if (Accesses)
      report(I, *Operand, Known->second);
    else
      reportCompare(I, *Operand, Known->second);
  }
}

void InFunction::pass(const BasicBlock &Block, Stale &Now, bool Reports) {
  enter(Block, Now);
  for (const Instruction &I : Block) {
    if (Reports)
      inspect(I, Now);
    transfer(I, Now);
  }
}

void InFunction::run() {
  ReversePostOrderTraversal<const Function *> Order(&F);
  bool Changed = true;
  while (Changed) {
    Changed = false;
    for (const BasicBlock *Block : Order) {
      Stale Now;
      pass(*Block, Now, /*Reports=*/false);
      auto [Before, IsNew] = AtEnd.try_emplace(Block);
      Changed |= IsNew || Now != Before->second;
      Before->second = std::move(Now);
    }
  }
  for (const BasicBlock *Block : Order) {
    Stale Now;
    pass(*Block, Now, /*Reports=*/true);
  }
}

void checkStalePacketPointer(const Module &M, const Target &T, Report R) {
  PacketPointers Packets(M, T);
  if (Packets.areNeverMoved())
    return;
  Reach Looked(M);
  for (const Function &F : M)
    if (!F.isDeclaration() && Looked.of(F) != Reached::Never && !Packets.in(F).empty())
      InFunction(F, Packets, Looked, T, R).run();
}

} // namespace bpf
