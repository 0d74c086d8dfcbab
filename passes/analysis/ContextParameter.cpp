// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The type of the parameter is in debug information, the accesses are in the IR.
#include "passes/analysis/ContextParameter.h"
#include "passes/analysis/Location.h"
#include "passes/analysis/UnderlyingType.h"
#include "passes/target/ContextMember.h"
#include "llvm/IR/DebugInfoMetadata.h"
#include "llvm/IR/Instructions.h"
#include "llvm/IR/IntrinsicInst.h"
#include "llvm/IR/IntrinsicsBPF.h"
#include "llvm/IR/Module.h"

using namespace llvm;

namespace bpf {

std::optional<ContextParameter> otherContext(const Function &F, StringRef Context) {
  const DISubprogram *Described = F.getSubprogram();
  const DISubroutineType *Type = Described ? Described->getType() : nullptr;
  if (!Type || Type->getTypeArray().size() < 2)
    return std::nullopt;
  const auto *Struct = dyn_cast_or_null<DICompositeType>(pointeeOf(Type->getTypeArray()[1]));
  if (!Struct || Struct->getName().empty() || Struct->getName() == Context || !isKnownContext(Struct->getName()))
    return std::nullopt;
  ContextParameter Result{Struct->getName(), placeOf(F)};
  for (const DINode *Each : Described->getRetainedNodes())
    if (const auto *Parameter = dyn_cast<DILocalVariable>(Each); Parameter && Parameter->getArg() == 1)
      Result.Declared.Line = Parameter->getLine();
  Result.Declared.Column = 0;
  return Result;
}

const Value *accessedAddress(const Instruction &I) {
  const Value *Pointer = getLoadStorePointerOperand(&I);
  const auto *Fence = dyn_cast_or_null<IntrinsicInst>(Pointer);
  return Fence && Fence->getIntrinsicID() == Intrinsic::bpf_passthrough ? Fence->getArgOperand(1) : Pointer;
}

std::optional<AddressBehind> contextAccess(const Instruction &I) {
  const Value *Pointer = accessedAddress(I);
  if (!Pointer || I.getFunction()->arg_empty())
    return std::nullopt;
  std::optional<AddressBehind> Address = addressBehind(*Pointer, I.getDataLayout());
  return Address && Address->Base == I.getFunction()->getArg(0) ? Address : std::nullopt;
}

} // namespace bpf
