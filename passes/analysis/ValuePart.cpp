// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The forms in which optimised IR has them.
#include "passes/analysis/ValuePart.h"
#include "llvm/ADT/APInt.h"
#include "llvm/IR/PatternMatch.h"
#include "llvm/Support/MathExtras.h"

using namespace llvm;
using namespace llvm::PatternMatch;

namespace bpf {

std::optional<ValuePart> partOf(Value *V) {
  auto *T = dyn_cast<IntegerType>(V->getType());
  if (!T || T->getBitWidth() > 64)
    return std::nullopt;
  Value *Whole = nullptr;
  const APInt *Mask = nullptr;
  if (T->getBitWidth() == 64) {
    if (match(V, m_And(m_Value(Whole), m_APInt(Mask))) && Mask->isMask())
      return ValuePart{Whole, Mask->getZExtValue()};
    return std::nullopt;
  }
  if (match(V, m_And(m_Trunc(m_Value(Whole)), m_APInt(Mask))) && Whole->getType()->isIntegerTy(64))
    return ValuePart{Whole, Mask->getZExtValue()};
  if (match(V, m_Trunc(m_Value(Whole))) && Whole->getType()->isIntegerTy(64))
    return ValuePart{Whole, maskTrailingOnes<uint64_t>(T->getBitWidth())};
  return std::nullopt;
}

} // namespace bpf
