// A helper's callee is inttoptr of a constant.
#include "passes/ir/HelperCall.h"
#include "llvm/IR/Constants.h"
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

const Helper *calledHelper(const CallBase &Call) { return findHelper(helperNumber(Call)); }

} // namespace bpf
