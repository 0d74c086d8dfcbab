// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A helper's callee is inttoptr of a constant.
#include "passes/analysis/HelperCall.h"
#include "llvm/IR/Constants.h"
#include "llvm/IR/InlineAsm.h"
#include "llvm/IR/InstrTypes.h"

using namespace llvm;

namespace bpf {

unsigned helperNumber(const CallBase &Call) {
  const auto *Pointer = dyn_cast<ConstantExpr>(Call.getCalledOperand());
  if (!Pointer || Pointer->getOpcode() != Instruction::IntToPtr)
    return 0;
  const auto *Number = dyn_cast<ConstantInt>(Pointer->getOperand(0));
  return Number ? Number->getLimitedValue(UINT32_MAX) : 0;
}

const CallBase *asTailCall(const Instruction &I) {
  constexpr unsigned Number = 12;
  const auto *Call = dyn_cast<CallBase>(&I);
  if (!Call || Call->arg_size() != 3)
    return nullptr;
  const auto *Text = dyn_cast<InlineAsm>(Call->getCalledOperand());
  bool IsTailCall = Text ? StringRef(Text->getAsmString()).ends_with("call 12") : helperNumber(*Call) == Number;
  return IsTailCall ? Call : nullptr;
}

const Helper *calledHelper(const CallBase &Call) { return findHelper(helperNumber(Call)); }

} // namespace bpf
