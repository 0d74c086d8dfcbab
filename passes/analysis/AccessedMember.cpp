// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Optimized IR has offsets in bytes. What the source read there is known from clang's type-based aliasing, which names
// the struct of each load, a cast's too; otherwise from the variable that the address is computed from.
#include "passes/analysis/AccessedMember.h"
#include "passes/analysis/FieldOffset.h"
#include "passes/analysis/UnderlyingType.h"
#include "llvm/Analysis/ValueTracking.h"
#include "llvm/IR/Constants.h"
#include "llvm/IR/DebugInfo.h"
#include "llvm/IR/DebugInfoMetadata.h"
#include "llvm/IR/GlobalVariable.h"
#include "llvm/IR/Instructions.h"

using namespace llvm;

namespace bpf {

const DIType *typeBehind(const Value &Base, const StackVariables &Names) {
  if (const DILocalVariable *Variable = Names.lookup(&Base))
    return Variable->getType();
  if (const auto *Global = dyn_cast<GlobalVariable>(&Base))
    return typeOf(*Global);
  SmallVector<DbgVariableRecord *, 4> Records;
  findDbgValues(const_cast<Value *>(&Base), Records);
  for (const DbgVariableRecord *Each : Records)
    if (const DIType *Pointee = pointeeOf(Each->getVariable()->getType()))
      return Pointee;
  return nullptr;
}

/// An access tag is the struct, the type that is read, and the offset.
static std::optional<AccessedMember> memberOfTag(const MDNode *Tag) {
  const auto *Struct = Tag && Tag->getNumOperands() >= 3 ? dyn_cast<MDNode>(Tag->getOperand(0)) : nullptr;
  const auto *Name = Struct ? dyn_cast<MDString>(Struct->getOperand(0)) : nullptr;
  const auto *Offset = Name ? mdconst::dyn_extract<ConstantInt>(Tag->getOperand(2)) : nullptr;
  if (!Offset || Struct == Tag->getOperand(1))
    return std::nullopt;
  return AccessedMember{Name->getString(), Offset->getZExtValue()};
}

std::optional<AccessedMember> accessedMember(const Instruction &I, const Value &Pointer, const StackVariables &Names) {
  std::optional<AddressBehind> At = addressBehind(Pointer, I.getDataLayout());
  if (!At || At->IsRelocated)
    return std::nullopt;
  // A relocated address is followed by llvm.bpf.passthrough.
  if (const auto *From = dyn_cast<CallBase>(At->Base); From && From->getIntrinsicID() != Intrinsic::not_intrinsic)
    return std::nullopt;
  if (std::optional<AccessedMember> Tagged = memberOfTag(I.getMetadata(LLVMContext::MD_tbaa)))
    return Tagged;
  const auto *Struct = dyn_cast_or_null<DICompositeType>(underlyingType(typeBehind(*At->Base, Names)));
  return Struct ? std::optional(AccessedMember{Struct->getName(), At->Bytes}) : std::nullopt;
}

} // namespace bpf
