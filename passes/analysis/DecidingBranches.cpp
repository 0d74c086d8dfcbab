// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A block depends on an edge if it is on all ways behind it, and not on all ways behind the branch (Ferrante,
// Ottenstein, Warren: The program dependence graph).
#include "passes/analysis/DecidingBranches.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Analysis/PostDominators.h"
#include "llvm/IR/CFG.h"
#include "llvm/IR/Dominators.h"
#include "llvm/IR/Function.h"
#include "llvm/IR/Instructions.h"

using namespace llvm;

namespace bpf {

DecidingBranches::DecidingBranches(const Function &F) {
  PostDominatorTree After(const_cast<Function &>(F));
  DominatorTree Before(const_cast<Function &>(F));
  for (const BasicBlock &Block : F) {
    const Instruction &Branch = *Block.getTerminator();
    const DomTreeNode *Here = After.getNode(&Block);
    if (Branch.getNumSuccessors() < 2 || !Here)
      continue;
    for (const BasicBlock *To : successors(&Block)) {
      // What only a further iteration leads to was there in the first one.
      if (Before.dominates(To, &Block))
        continue;
      for (const DomTreeNode *Each = After.getNode(To); Each && Each != Here->getIDom(); Each = Each->getIDom())
        if (Each->getBlock() && Each->getBlock() != &Block &&
            !is_contained(Direct[Each->getBlock()], Decision{&Branch, To}))
          Direct[Each->getBlock()].push_back({&Branch, To});
    }
  }
}

bool DecidingBranches::extend(Decisions &Path, const BasicBlock &Block, unsigned &Steps,
                              function_ref<bool(const Decisions &, const Decision &)> MayAdd) const {
  constexpr unsigned Enough = 512;
  auto Known = Direct.find(&Block);
  if (Known == Direct.end())
    return true;
  for (const Decision &Each : Known->second) {
    if (++Steps > Enough)
      return false;
    bool Excludes = any_of(Path, [&](const Decision &Other) { return Other.Branch == Each.Branch; });
    if (Excludes || !MayAdd(Path, Each))
      continue;
    Path.push_back(Each);
    if (extend(Path, *Each.Branch->getParent(), Steps, MayAdd))
      return true;
    Path.pop_back();
  }
  return false;
}

std::optional<Decisions>
DecidingBranches::pathTo(const BasicBlock &Block,
                         function_ref<bool(const Decisions &, const Decision &)> MayAdd) const {
  Decisions Path;
  unsigned Steps = 0;
  return extend(Path, Block, Steps, MayAdd) ? std::optional(std::move(Path)) : std::nullopt;
}

} // namespace bpf
