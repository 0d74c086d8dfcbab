// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// clang keeps annotations in llvm.global.annotations: an array of structs, whose first two members are the function and
// the text.
#include "passes/transform/TransformChoice.h"
#include "llvm/IR/Constants.h"
#include "llvm/IR/Module.h"

using namespace llvm;

namespace bpf {

static StringRef textOf(const Constant *Text) {
  const auto *Variable = dyn_cast<GlobalVariable>(Text->stripPointerCasts());
  const auto *Bytes =
      Variable && Variable->hasInitializer() ? dyn_cast<ConstantDataArray>(Variable->getInitializer()) : nullptr;
  return Bytes && Bytes->isCString() ? Bytes->getAsCString() : "";
}

TransformChoice::TransformChoice(const Module &M, const TransformSet &Enabled) : Enabled(Enabled) {
  for (const Function &F : M)
    if (F.hasOptNone())
      Chosen[F.getName()].setAll(false);
  const GlobalVariable *Annotations = M.getGlobalVariable("llvm.global.annotations");
  const auto *Entries = Annotations ? dyn_cast<ConstantArray>(Annotations->getInitializer()) : nullptr;
  if (!Entries)
    return;
  for (const Use &Each : Entries->operands()) {
    const auto *Entry = dyn_cast<ConstantStruct>(Each);
    const auto *F = Entry ? dyn_cast<Function>(Entry->getOperand(0)->stripPointerCasts()) : nullptr;
    StringRef Name = F ? textOf(Entry->getOperand(1)) : "";
    if (!Name.consume_front("bpf-no-"))
      continue;
    std::optional<Transform> Named = findTransform(Name);
    TransformSet &Of = Chosen.try_emplace(F->getName(), Enabled).first->second;
    if (Name == AllTransforms)
      Of.setAll(false);
    else if (Named)
      Of.set(*Named, false);
    else
      Unknown.push_back(Name);
  }
}

} // namespace bpf
