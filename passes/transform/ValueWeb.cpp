// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A walk from a value to what it is chosen from.
#include "passes/transform/ValueWeb.h"
#include "llvm/IR/Instructions.h"
#include "llvm/IR/PatternMatch.h"

using namespace llvm;
using namespace llvm::PatternMatch;

namespace bpf {

/// Larger ones are left: each member becomes an instruction.
static constexpr unsigned LargestWeb = 24;

static bool isChoice(const Value *V) {
  return isa<PHINode, SelectInst>(V) ||
         match(const_cast<Value *>(V), m_CombineOr(m_UMin(m_Value(), m_Value()), m_UMax(m_Value(), m_Value())));
}

SmallVector<Use *, 4> choices(Instruction &Member) {
  SmallVector<Use *, 4> Found;
  if (auto *Phi = dyn_cast<PHINode>(&Member)) {
    for (Use &Each : Phi->incoming_values())
      Found.push_back(&Each);
    return Found;
  }
  unsigned First = isa<SelectInst>(Member) ? 1 : 0;
  return {&Member.getOperandUse(First), &Member.getOperandUse(First + 1)};
}

std::optional<ValueWeb> webOf(Value *V) {
  ValueWeb Found;
  SmallVector<Value *> Open = {V};
  while (!Open.empty()) {
    Value *Next = Open.pop_back_val();
    if (isa<Constant>(Next))
      continue;
    if (!isChoice(Next)) {
      Found.Leaves.insert(Next);
      continue;
    }
    if (!Found.Members.insert(cast<Instruction>(Next)))
      continue;
    if (Found.Members.size() > LargestWeb)
      return std::nullopt;
    for (Use *Each : choices(*cast<Instruction>(Next)))
      Open.push_back(*Each);
  }
  return Found;
}

} // namespace bpf
