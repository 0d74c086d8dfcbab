// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The forms in which a function has the parts of its values: `trunc X`, `X & 0xff`, `zext (trunc X)`.
#ifndef BPFTOOLCHAIN_PASSES_TRANSFORM_PARTFORMS_H
#define BPFTOOLCHAIN_PASSES_TRANSFORM_PARTFORMS_H

#include "passes/analysis/ValuePart.h"
#include "llvm/ADT/STLFunctionalExtras.h"
#include "llvm/Analysis/DomConditionCache.h"
#include "llvm/IR/Dominators.h"
#include <map>

namespace bpf {

class PartForms {
public:
  explicit PartForms(llvm::Function &F);

  /// Calls \p Then for each instruction that is a form of the same part.
  void forEach(ValuePart Part, llvm::function_ref<void(llvm::Instruction &)> Then) const;
  /// True for a narrow form of a part that has a 64-bit form, which is used for more than compares.
  bool isUsedWide(llvm::Value *V) const;
  const llvm::DominatorTree &dominators() const { return Dominators; }

private:
  bool isSamePart(llvm::Instruction &I, ValuePart Part) const;

  llvm::Function &F;
  llvm::DominatorTree Dominators;
  llvm::DomConditionCache Conditions;
  std::map<ValuePart, llvm::SmallVector<llvm::Instruction *, 2>> Parts;
};

} // namespace bpf

#endif
