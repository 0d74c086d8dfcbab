// A helper that may move a packet makes the kernel forget every pointer into it: clear_all_pkt_pointers() in
// kernel/bpf/verifier.c (-Wbpf-stale-packet-pointer). What is stale where goes forward through each function: a call
// that moves makes all pointers so, a pointer that is computed from a stale one is stale, a fresh read is not.
#include "passes/RunChecks.h"
#include "passes/ir/Location.h"
#include "passes/ir/PacketPointers.h"
#include "passes/ir/Reach.h"
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

/// The calls after which each pointer is stale: the index of the pointer to the first call found.
using Stale = DenseMap<const Value *, const CallBase *>;

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
  void report(const Instruction &I, const Value &Pointer, const CallBase &Call);
  void reportCompare(const Instruction &I, const Value &Pointer, const CallBase &Call);
  void finish(Finding Found, const CallBase &Call, const Instruction &I);
  std::string nameOf(const Value &V) const;

  const Function &F;
  const PacketPointers &Packets;
  const SetVector<const Value *> &Pointers;
  const Reach &Looked;
  const Target &T;
  Report R;
  DenseMap<const BasicBlock *, Stale> AtEnd;
  std::set<const CallBase *> Told; ///< the kernel stops at the first use; the rest says nothing new
};

} // namespace

/// What is stale at the start of a block, phi nodes included: each takes it from where it comes.
void InFunction::enter(const BasicBlock &Block, Stale &Now) const {
  for (const BasicBlock *Before : predecessors(&Block))
    for (const auto &[Pointer, Call] : AtEnd.lookup(Before))
      Now.try_emplace(Pointer, Call);
  for (const PHINode &Node : Block.phis()) {
    Now.erase(&Node);
    if (!Pointers.contains(&Node))
      continue;
    for (const BasicBlock *Before : Node.blocks()) {
      const Stale Ended = AtEnd.lookup(Before);
      if (auto Known = Ended.find(Node.getIncomingValueForBlock(Before)); Known != Ended.end())
        Now.try_emplace(&Node, Known->second);
    }
  }
}

void InFunction::transfer(const Instruction &I, Stale &Now) const {
  if (isa<PHINode>(I))
    return;
  const auto *Call = dyn_cast<CallBase>(&I);
  if (Call && !Packets.movedBy(*Call).empty()) {
    for (const Value *Each : Pointers)
      if (Each != Call)
        Now.try_emplace(Each, Call);
  }
  if (!Pointers.contains(&I))
    return;
  // A read from the context, or from a function that made one, is fresh; anything else is what it is made of.
  Now.erase(&I);
  if (isa<LoadInst>(I) || (Call && !isa<IntrinsicInst>(I)))
    return;
  for (const Use &Operand : I.operands())
    if (auto Known = Now.find(Operand.get()); Known != Now.end()) {
      const CallBase *By = Known->second;
      Now.try_emplace(&I, By);
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

void InFunction::finish(Finding Found, const CallBase &Call, const Instruction &I) {
  std::string By = Packets.movedBy(Call);
  const Function *Callee = Call.getCalledFunction();
  std::string Who = Callee && !Callee->isDeclaration()
                        ? formatv("'{0}' calls {1}(), which may move the packet", Callee->getName(), By).str()
                        : formatv("{0}() may move the packet", By).str();
  Found.Notes.push_back({Who, placeOf(Call)});
  Found.Notes.push_back({"after the call read data and data_end from the context again, and compare them again", {}});
  if (Looked.of(I) != Reached::Surely || !Packets.verifierKnows(Call, T))
    Found.How = Severity::Fragile;
  R(std::move(Found));
}

void InFunction::report(const Instruction &I, const Value &Pointer, const CallBase &Call) {
  finish(
      findingAt(I, Check::StalePacketPointer, Severity::Refused,
                formatv("{0} points into the packet as it was before {1}()", nameOf(Pointer), Packets.movedBy(Call))),
      Call, I);
}

/// A fresh pointer beside a bound that is none any more: nothing is proven by it.
void InFunction::reportCompare(const Instruction &I, const Value &Pointer, const CallBase &Call) {
  finish(findingAt(I, Check::StalePacketPointer, Severity::Refused,
                   formatv("{0} was read before {1}(): comparing with it proves nothing", nameOf(Pointer),
                           Packets.movedBy(Call))),
         Call, I);
}

void InFunction::inspect(const Instruction &I, const Stale &Now) {
  for (const Use &Operand : I.operands()) {
    auto Known = Now.find(Operand.get());
    if (Known == Now.end() || Told.count(Known->second))
      continue;
    bool Accesses = Packets.accesses(I, *Operand);
    bool Compares = isa<ICmpInst>(I) && any_of(I.operands(), [&](const Use &Other) {
                      return Pointers.contains(Other.get()) && !Now.contains(Other.get());
                    });
    if (!Accesses && !Compares)
      continue;
    Told.insert(Known->second);
    if (Accesses)
      report(I, *Operand, *Known->second);
    else
      reportCompare(I, *Operand, *Known->second);
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
      Stale &Before = AtEnd[Block];
      Changed |= Now.size() != Before.size();
      Before = std::move(Now);
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
