// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// barrier_var() has the constraints "=r,0", a copy from register to register; __sink() has "+g", for which clang keeps
// the variable in memory: "=*imr,0".
#include "passes/analysis/EmptyAssembly.h"
#include "llvm/IR/InlineAsm.h"
#include "llvm/IR/Instructions.h"
#include "llvm/IR/IntrinsicInst.h"

using namespace llvm;

namespace bpf {

static const InlineAsm *emptyAssembly(const CallBase &Call) {
  const auto *Assembly = dyn_cast<InlineAsm>(Call.getCalledOperand());
  return Assembly && Assembly->getAsmString().find_first_not_of(" \t\n") == std::string::npos ? Assembly : nullptr;
}

bool isEmptyAssembly(const CallBase &Call) { return emptyAssembly(Call); }

const Value *copiedBy(const CallBase &Call) {
  const InlineAsm *Assembly = emptyAssembly(Call);
  if (!Assembly || Call.arg_size() != 1 || Call.getType() != Call.getArgOperand(0)->getType())
    return nullptr;
  InlineAsm::ConstraintInfoVector Constraints = Assembly->ParseConstraints();
  bool IsCopy = Constraints.size() >= 2 && Constraints[0].Type == InlineAsm::isOutput &&
                Constraints[1].Type == InlineAsm::isInput && Constraints[0].MatchingInput == 1;
  return IsCopy ? Call.getArgOperand(0) : nullptr;
}

std::optional<SmallVector<const LoadInst *, 2>> readBack(const StoreInst &Store) {
  const auto *Variable = dyn_cast<AllocaInst>(Store.getPointerOperand());
  if (!Variable)
    return std::nullopt;
  SmallVector<const LoadInst *, 2> Loads;
  bool IsHidden = false;
  for (const User *Each : Variable->users()) {
    if (const auto *Load = dyn_cast<LoadInst>(Each); Load && Load->getType() == Store.getValueOperand()->getType()) {
      Loads.push_back(Load);
      continue;
    }
    const auto *Call = dyn_cast<CallBase>(Each);
    bool IsEmpty = Call && isEmptyAssembly(*Call);
    IsHidden |= IsEmpty;
    bool IsMarker = isa<LifetimeIntrinsic>(Each) || isa<DbgInfoIntrinsic>(Each);
    if (Each != &Store && !IsEmpty && !IsMarker)
      return std::nullopt;
  }
  return IsHidden ? std::optional(std::move(Loads)) : std::nullopt;
}

} // namespace bpf
