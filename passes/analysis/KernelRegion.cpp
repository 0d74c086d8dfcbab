// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A function changes the number by what all of its paths change it by.
#include "passes/analysis/KernelRegion.h"
#include "passes/analysis/EmptyAssembly.h"
#include "passes/analysis/KernelCall.h"
#include "passes/analysis/Reach.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallVector.h"
#include "llvm/IR/CFG.h"
#include "llvm/IR/Function.h"
#include "llvm/IR/Instructions.h"
#include "llvm/IR/IntrinsicInst.h"

using namespace llvm;

namespace bpf {

static constexpr KernelRegion Regions[] = {
    {"bpf_spin_lock", "bpf_spin_unlock", /*Nests=*/false, /*IsLock=*/true},
    {"bpf_rcu_read_lock", "bpf_rcu_read_unlock", /*Nests=*/true, /*IsLock=*/false},
    {"bpf_preempt_disable", "bpf_preempt_enable", /*Nests=*/true, /*IsLock=*/false},
    {"bpf_local_irq_save", "bpf_local_irq_restore", /*Nests=*/true, /*IsLock=*/false},
};

ArrayRef<KernelRegion> kernelRegions() { return Regions; }

std::optional<int> RegionDepth::change(const Instruction &I) {
  const auto *Call = dyn_cast<CallBase>(&I);
  return Call ? of(*Call) : 0;
}

std::optional<int> RegionDepth::of(const CallBase &Call) {
  if (isa<IntrinsicInst>(Call) || isEmptyAssembly(Call))
    return 0;
  if (std::optional<KernelCall> Called = kernelCall(Call)) {
    if (Called->Name == Region.Begin)
      return 1;
    if (Called->Name == Region.End)
      return -1;
    // A callback is verified as if it were called here.
    for (unsigned Each = 0; Each < Call.arg_size(); ++Each)
      if (Called->argument(Each).Kind == ArgumentKind::Callback && !isNeutral(*Call.getArgOperand(Each)))
        return std::nullopt;
    return 0;
  }
  const Function *Callee = Call.getCalledFunction();
  return Callee && !Callee->isDeclaration() ? through(*Callee) : std::nullopt;
}

/// True for a callback that leaves the number as it is.
bool RegionDepth::isNeutral(const Value &Callback) {
  const auto *F = dyn_cast<Function>(&Callback);
  return F && !F->isDeclaration() && through(*F) == 0;
}

std::optional<int> RegionDepth::through(const Function &F) {
  // The verifier looks at a global function alone, which ends all that it begins.
  if (!isVerifiedAtCalls(F))
    return 0;
  // Of a recursion nothing is known; the kernel accepts none.
  auto [Place, IsNew] = Known.try_emplace(&F, std::nullopt);
  if (!IsNew)
    return Place->second;
  std::optional<int> Change = compute(F);
  return Known[&F] = Change;
}

std::optional<int> RegionDepth::compute(const Function &F) {
  DenseMap<const BasicBlock *, int> Before = {{&F.getEntryBlock(), 0}};
  SmallVector<const BasicBlock *> Left = {&F.getEntryBlock()};
  std::optional<int> AtReturn;
  while (!Left.empty()) {
    const BasicBlock &Block = *Left.pop_back_val();
    int Open = Before[&Block];
    for (const Instruction &Each : Block) {
      std::optional<int> More = change(Each);
      if (!More)
        return std::nullopt;
      Open += *More;
    }
    if (isa<ReturnInst>(Block.getTerminator()) && AtReturn.value_or(Open) != Open)
      return std::nullopt;
    if (isa<ReturnInst>(Block.getTerminator()))
      AtReturn = Open;
    for (const BasicBlock *To : successors(&Block)) {
      auto [Place, IsNew] = Before.try_emplace(To, Open);
      if (!IsNew && Place->second != Open)
        return std::nullopt;
      if (IsNew)
        Left.push_back(To);
    }
  }
  return AtReturn;
}

} // namespace bpf
