// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A helper's pointer is internal, holds an integer made a pointer, and is only ever loaded.
#include "passes/transform/HelperPointers.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/IR/Constants.h"
#include "llvm/IR/Instructions.h"
#include "llvm/IR/Module.h"

using namespace llvm;

namespace bpf {

static bool isHelperPointer(const GlobalVariable &Variable) {
  if (!Variable.hasLocalLinkage() || !Variable.hasInitializer() || Variable.hasSection())
    return false;
  const auto *Number = dyn_cast<ConstantExpr>(Variable.getInitializer());
  if (!Number || Number->getOpcode() != Instruction::IntToPtr)
    return false;
  return all_of(Variable.users(), [&](const User *U) {
    const auto *Load = dyn_cast<LoadInst>(U);
    return Load && Load->isSimple() && Load->getType() == Variable.getValueType();
  });
}

unsigned foldHelperPointers(Module &M) {
  unsigned Folded = 0;
  for (GlobalVariable &Variable : make_early_inc_range(M.globals())) {
    if (!isHelperPointer(Variable))
      continue;
    for (User *U : make_early_inc_range(Variable.users())) {
      auto *Load = cast<LoadInst>(U);
      Load->replaceAllUsesWith(Variable.getInitializer());
      Load->eraseFromParent();
    }
    Variable.eraseFromParent();
    ++Folded;
  }
  return Folded;
}

} // namespace bpf
