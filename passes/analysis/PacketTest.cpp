// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The end is a member of the context, and a number of 32 bits there.
#include "passes/analysis/PacketTest.h"
#include "passes/analysis/FieldOffset.h"
#include "passes/analysis/ProgramTypeOf.h"
#include "passes/target/ContextMember.h"
#include "passes/target/ProgramType.h"
#include "llvm/IR/Function.h"
#include "llvm/IR/Instructions.h"
#include "llvm/IR/IntrinsicInst.h"
#include "llvm/IR/IntrinsicsBPF.h"
#include "llvm/IR/Operator.h"

using namespace llvm;

namespace bpf {

bool isPacketEnd(const Value &V) {
  const Value *Each = &V;
  while (const auto *Cast = dyn_cast<CastInst>(Each))
    Each = Cast->getOperand(0);
  const auto *Load = dyn_cast<LoadInst>(Each);
  if (!Load)
    return false;
  const Value *Base = Load->getPointerOperand();
  if (const auto *Fence = dyn_cast<IntrinsicInst>(Base); Fence && Fence->getIntrinsicID() == Intrinsic::bpf_passthrough)
    Base = Fence->getArgOperand(1);
  uint64_t Offset = 0;
  if (const auto *Address = dyn_cast<GEPOperator>(Base)) {
    std::optional<FieldOffset> Known = fieldOffset(*Address, Load->getDataLayout());
    if (!Known)
      return false;
    Offset = Known->Bytes;
    Base = Address->getPointerOperand();
  }
  const auto *Context = dyn_cast<Argument>(Base);
  const ProgramType *Type = Context ? programTypeOf(*Context->getParent()) : nullptr;
  const ContextMember *Member = Type ? findContextMember(Type->Context, Offset) : nullptr;
  return Member && Member->Offset == Offset && Member->Name == "data_end";
}

std::optional<bool> packetTestResult(const Value &Condition) {
  const auto *Comparison = dyn_cast<ICmpInst>(&Condition);
  if (!Comparison || !Comparison->isRelational())
    return std::nullopt;
  bool EndIsFirst = isPacketEnd(*Comparison->getOperand(0));
  if (EndIsFirst == isPacketEnd(*Comparison->getOperand(1)))
    return std::nullopt;
  bool IsLess = ICmpInst::isLT(Comparison->getPredicate()) || ICmpInst::isLE(Comparison->getPredicate());
  return IsLess != EndIsFirst;
}

} // namespace bpf
