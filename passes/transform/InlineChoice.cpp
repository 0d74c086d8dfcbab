// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// On a graph of sizes and numbers of calls, in which a function that is inlined is added to each caller, its own calls
// with it. LLVM's call graph has an edge for a call too, but tells sizes to nobody.
#include "passes/transform/InlineChoice.h"
#include "llvm/ADT/MapVector.h"
#include "llvm/ADT/SetVector.h"
#include "llvm/Analysis/TargetTransformInfo.h"
#include "llvm/IR/InstIterator.h"
#include "llvm/IR/IntrinsicInst.h"
#include "llvm/IR/Module.h"

using namespace llvm;

namespace bpf {

/// A memcpy or memset of known length is a load and a store, or a store, for each word.
static uint64_t wordsOf(const MemIntrinsic &I) {
  const auto *Length = dyn_cast<ConstantInt>(I.getLength());
  uint64_t Words = Length ? divideCeil(Length->getZExtValue(), 8) : 1;
  return isa<MemTransferInst>(I) ? 2 * Words : Words;
}

uint64_t estimatedSize(const Function &F) {
  TargetTransformInfo Costs(F.getDataLayout());
  uint64_t Size = 0;
  for (const Instruction &I : instructions(F)) {
    if (const auto *Copy = dyn_cast<MemIntrinsic>(&I)) {
      Size += wordsOf(*Copy);
      continue;
    }
    InstructionCost Cost = Costs.getInstructionCost(&I, TargetTransformInfo::TCK_CodeSize);
    Size += Cost.isValid() ? uint64_t(Cost.getValue()) : 1;
  }
  return Size;
}

namespace {

/// A function that may be inlined, or has calls of such.
struct Node {
  uint64_t Size = 0;
  bool MayGo = false;
  MapVector<Function *, uint64_t> Callees; ///< the number of calls in it
  SetVector<Function *> Callers;
};

class SizeGraph {
public:
  SizeGraph(Module &M, function_ref<bool(const Function &)> MayGo);

  uint64_t size() const;
  /// What is inlined next where the whole may grow by so much; null where nothing is.
  Function *cheapest(uint64_t Room);
  /// Does to the graph what inlining a function does to the module.
  void inlineEverywhere(Function *F);

private:
  uint64_t calls(const Node &Callee, Function *F);
  uint64_t growth(Function *F);

  MapVector<Function *, Node> Nodes;
};

} // namespace

SizeGraph::SizeGraph(Module &M, function_ref<bool(const Function &)> MayGo) {
  for (Function &F : M)
    if (!F.isDeclaration())
      Nodes[&F] = {estimatedSize(F), !F.use_empty() && MayGo(F), {}, {}};
  for (auto &[F, Of] : Nodes)
    for (User *Each : F->users())
      if (auto *Call = dyn_cast<CallBase>(Each); Call && Call->getCalledFunction() == F) {
        ++Nodes[Call->getFunction()].Callees[F];
        Of.Callers.insert(Call->getFunction());
      }
}

uint64_t SizeGraph::size() const {
  uint64_t Sum = 0;
  for (const auto &[F, Of] : Nodes)
    Sum += Of.Size;
  return Sum;
}

uint64_t SizeGraph::calls(const Node &Callee, Function *F) {
  uint64_t Sum = 0;
  for (Function *Caller : Callee.Callers)
    Sum += Nodes[Caller].Callees[F];
  return Sum;
}

/// A call and what hands over its arguments is taken for what inlining leaves of the function's begin and end.
uint64_t SizeGraph::growth(Function *F) {
  const Node &Of = Nodes[F];
  return Of.Size * (calls(Of, F) - 1);
}

Function *SizeGraph::cheapest(uint64_t Room) {
  Function *Cheapest = nullptr;
  uint64_t Least = 0;
  for (auto &[F, Of] : Nodes) {
    if (!Of.MayGo || Of.Callers.empty() || Of.Callees.contains(F))
      continue;
    uint64_t Added = growth(F);
    if (Added <= Room && (!Cheapest || Added < Least)) {
      Cheapest = F;
      Least = Added;
    }
  }
  return Cheapest;
}

void SizeGraph::inlineEverywhere(Function *F) {
  Node Gone = std::move(Nodes[F]);
  Nodes.erase(F);
  for (Function *Caller : Gone.Callers) {
    Node &Of = Nodes[Caller];
    uint64_t Copies = Of.Callees[F];
    Of.Size += Copies * Gone.Size;
    Of.Callees.erase(F);
    for (auto [Callee, Calls] : Gone.Callees)
      Of.Callees[Callee] += Copies * Calls;
  }
  for (auto [Callee, Calls] : Gone.Callees) {
    Nodes[Callee].Callers.remove(F);
    Nodes[Callee].Callers.insert_range(Gone.Callers);
  }
}

std::vector<Function *> chooseInlines(Module &M, function_ref<bool(const Function &)> MayGo, unsigned Percent) {
  SizeGraph Graph(M, MayGo);
  uint64_t Allowed = Graph.size() * (100 + Percent) / 100;
  std::vector<Function *> Chosen;
  for (uint64_t Size = Graph.size(); Function *Next = Graph.cheapest(Allowed - std::min(Allowed, Size));
       Size = Graph.size()) {
    Graph.inlineEverywhere(Next);
    Chosen.push_back(Next);
  }
  return Chosen;
}

} // namespace bpf
