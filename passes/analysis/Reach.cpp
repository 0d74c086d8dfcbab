// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A walk over calls, and within a function over the branches that are decided at run time.
#include "passes/analysis/Reach.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Analysis/PostDominators.h"
#include "llvm/Analysis/ValueTracking.h"
#include "llvm/IR/CFG.h"
#include "llvm/IR/Function.h"
#include "llvm/IR/GlobalVariable.h"
#include "llvm/IR/InstIterator.h"
#include "llvm/IR/Instructions.h"
#include "llvm/IR/IntrinsicInst.h"
#include "llvm/IR/Module.h"

using namespace llvm;

namespace bpf {

bool isProgram(const Function &F) {
  if (F.isDeclaration() || !F.hasSection() || F.getSection() == ".text")
    return false;
  return !F.hasLocalLinkage();
}

bool isVerifiedAtCalls(const Function &F) { return F.hasLocalLinkage() || !F.hasDefaultVisibility(); }

bool isKnownAtLoad(const GlobalVariable &Variable) {
  StringRef Section = Variable.getSection();
  return Variable.isConstant() || Section.starts_with(".rodata") || Section == ".kconfig" || Section == ".ksyms" ||
         Variable.hasAttribute("btf_ama") || Variable.hasAttribute("btf_type_id");
}

/// Walks what a condition is computed from.
static bool dependsOnLoadTime(const Value *V, SmallPtrSetImpl<const Value *> &Seen) {
  constexpr unsigned Enough = 64;
  if (!Seen.insert(V).second || Seen.size() > Enough)
    return false;
  // Whether a weak symbol is there, the loader finds out.
  if (const auto *Global = dyn_cast<GlobalValue>(V))
    return Global->hasExternalWeakLinkage();
  if (const auto *Load = dyn_cast<LoadInst>(V)) {
    const auto *Variable = dyn_cast<GlobalVariable>(getUnderlyingObject(Load->getPointerOperand()));
    return Variable && isKnownAtLoad(*Variable);
  }
  const auto *Operation = dyn_cast<User>(V);
  if (!Operation || (isa<CallBase>(V) && !isa<IntrinsicInst>(V)))
    return false;
  return any_of(Operation->operands(), [&](const Use &Each) { return dependsOnLoadTime(Each.get(), Seen); });
}

bool isDecidedAtLoad(const Value &Condition) {
  SmallPtrSet<const Value *, 16> Seen;
  return dependsOnLoadTime(&Condition, Seen);
}

static bool branchesAtLoad(const Instruction &Terminator) {
  const Value *Condition = nullptr;
  if (const auto *Branch = dyn_cast<BranchInst>(&Terminator); Branch && Branch->isConditional())
    Condition = Branch->getCondition();
  else if (const auto *Switch = dyn_cast<SwitchInst>(&Terminator))
    Condition = Switch->getCondition();
  return Condition && isDecidedAtLoad(*Condition);
}

Reach::Reach(const Module &M) {
  SmallVector<const Function *, 16> Entries;
  for (const Function &F : M)
    if (isProgram(F))
      Entries.push_back(&F);
  // A source without a program is linked to one, or is one as the guide writes it, all in .text.
  if (Entries.empty())
    for (const Function &F : M)
      if (!F.isDeclaration() && !F.hasLocalLinkage())
        Entries.push_back(&F);
  for (const Function *Entry : Entries)
    Functions[Entry] = Reached::Surely;
  for (const Function *Entry : Entries)
    visit(*Entry);
}

/// The blocks that are looked at however the branches that are decided at load time go: behind one of those only what
/// all its paths join in.
static void addSureBlocks(const Function &F, SmallPtrSetImpl<const BasicBlock *> &Sure) {
  std::optional<PostDominatorTree> After;
  SmallVector<const BasicBlock *, 16> Next = {&F.getEntryBlock()};
  while (!Next.empty()) {
    const BasicBlock *Block = Next.pop_back_val();
    if (!Sure.insert(Block).second)
      continue;
    if (!branchesAtLoad(*Block->getTerminator())) {
      append_range(Next, successors(Block));
      continue;
    }
    if (!After)
      After.emplace(const_cast<Function &>(F));
    const DomTreeNode *Node = After->getNode(Block);
    if (Node && Node->getIDom() && Node->getIDom()->getBlock())
      Next.push_back(Node->getIDom()->getBlock());
  }
}

void Reach::visit(const Function &F) {
  auto [Blocks, IsNew] = Sure.try_emplace(&F);
  if (IsNew)
    addSureBlocks(F, Blocks->second);
  Reached Level = Functions[&F];
  for (const Instruction &I : instructions(F)) {
    if (isa<DbgInfoIntrinsic>(I))
      continue;
    Reached Here = Sure[&F].contains(I.getParent()) ? Level : Reached::Maybe;
    for (const Use &Operand : I.operands()) {
      const auto *Callee = dyn_cast<Function>(Operand->stripPointerCasts());
      if (!Callee || Callee->isDeclaration())
        continue;
      Reached &Known = Functions[Callee];
      if (Known >= Here)
        continue;
      Known = Here;
      visit(*Callee);
    }
  }
}

Reached Reach::of(const Function &F) const { return Functions.lookup(&F); }

Reached Reach::of(const Instruction &I) const {
  const Function &F = *I.getFunction();
  Reached Level = of(F);
  auto Blocks = Sure.find(&F);
  bool Always = Blocks != Sure.end() && Blocks->second.contains(I.getParent());
  return Level == Reached::Surely && !Always ? Reached::Maybe : Level;
}

} // namespace bpf
