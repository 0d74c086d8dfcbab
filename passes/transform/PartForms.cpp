// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Two forms are of one part if they have the same bits of the same value.
#include "passes/transform/PartForms.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Analysis/SimplifyQuery.h"
#include "llvm/Analysis/ValueTracking.h"
#include "llvm/IR/InstIterator.h"
#include "llvm/IR/Instructions.h"

using namespace llvm;

namespace bpf {

PartForms::PartForms(Function &F) : F(F), Dominators(F) {
  for (BasicBlock &Block : F)
    if (auto *Branch = dyn_cast<BranchInst>(Block.getTerminator()); Branch && Branch->isConditional())
      Conditions.registerBranch(Branch);
  for (Instruction &I : instructions(F))
    if (std::optional<ValuePart> Part = partOf(&I))
      Parts[*Part].push_back(&I);
}

/// InstCombine leaves the sign out of the mask where a test shows that it is 0.
bool PartForms::isSamePart(Instruction &I, ValuePart Part) const {
  std::optional<ValuePart> Other = partOf(&I);
  if (!Other || Other->Whole != Part.Whole)
    return false;
  if (Other->Mask == Part.Mask)
    return true;
  if (Other->Mask != Part.Mask >> 1 || !isMask_64(Part.Mask))
    return false;
  unsigned Sign = 63 - countl_zero(Part.Mask);
  const DataLayout &Layout = F.getDataLayout();
  SimplifyQuery Query = SimplifyQuery(Layout, &Dominators, nullptr, &I).getWithInstruction(&I);
  auto Known = Parts.find(Part);
  if (Known == Parts.end())
    return false;
  for (Instruction *Each : Known->second)
    if (Each->getType()->getIntegerBitWidth() == Sign + 1) {
      Query.DC = &Conditions;
      return isKnownNonNegative(Each, Query);
    }
  return false;
}

void PartForms::forEach(ValuePart Part, function_ref<void(Instruction &)> Then) const {
  for (const auto &[Other, Forms] : Parts)
    if (Other.Whole == Part.Whole)
      for (Instruction *Form : Forms)
        if (isSamePart(*Form, Part))
          Then(*Form);
}

bool PartForms::isUsedWide(Value *V) const {
  std::optional<ValuePart> Part = partOf(V);
  auto Forms = Part ? Parts.find(*Part) : Parts.end();
  return Forms != Parts.end() && any_of(Forms->second, [&](Instruction *Form) {
           return Form->getType()->isIntegerTy(64) &&
                  any_of(Form->users(), [](User *Each) { return !isa<ICmpInst>(Each); });
         });
}

} // namespace bpf
