// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The context has 32 bits for each end of the packet, and programs compute with pointers or numbers of 64.
#include "passes/analysis/PacketAddress.h"
#include "passes/analysis/FieldOffset.h"
#include "passes/analysis/ParameterTypes.h"
#include "passes/analysis/ProgramTypeOf.h"
#include "passes/analysis/Reach.h"
#include "passes/analysis/UnderlyingType.h"
#include "passes/target/ContextMember.h"
#include "passes/target/ProgramType.h"
#include "llvm/IR/Constants.h"
#include "llvm/IR/DataLayout.h"
#include "llvm/IR/DebugInfoMetadata.h"
#include "llvm/IR/Function.h"
#include "llvm/IR/Instructions.h"
#include "llvm/IR/Operator.h"

using namespace llvm;

namespace bpf {

StringRef contextOf(const Argument &Parameter) {
  const Function &F = *Parameter.getParent();
  if (const ProgramType *Type = programTypeOf(F))
    return Parameter.getArgNo() == 0 ? Type->Context : "";
  std::vector<ParameterType> Types = isProgram(F) ? std::vector<ParameterType>() : parameterTypes(F);
  const DIType *Struct = Parameter.getArgNo() < Types.size() ? pointeeOf(Types[Parameter.getArgNo()].Type) : nullptr;
  return Struct && isKnownContext(Struct->getName()) ? Struct->getName() : "";
}

/// The member of a program's context that is read; null for another read.
static const ContextMember *memberOf(const LoadInst &Load) {
  const Value *Base = &behindFence(*Load.getPointerOperand());
  uint64_t Offset = 0;
  if (const auto *Address = dyn_cast<GEPOperator>(Base)) {
    std::optional<FieldOffset> Known = fieldOffset(*Address, Load.getDataLayout());
    if (!Known)
      return nullptr;
    Offset = Known->Bytes;
    Base = Address->getPointerOperand();
  }
  const auto *Context = dyn_cast<Argument>(Base);
  StringRef Struct = Context ? contextOf(*Context) : "";
  const ContextMember *Member = Struct.empty() ? nullptr : findContextMember(Struct, Offset);
  return Member && Member->Offset == Offset && Member->pointsToPacket() ? Member : nullptr;
}

static bool isRead(const Value &V, StringRef Member) {
  const auto *Load = dyn_cast<LoadInst>(&V);
  const ContextMember *Read = Load ? memberOf(*Load) : nullptr;
  return Read && Read->Name == Member;
}

bool isPacketEnd(const Value &V) {
  const Value *Each = &V;
  while (const auto *Cast = dyn_cast<CastInst>(Each))
    Each = Cast->getOperand(0);
  return isRead(*Each, "data_end");
}

/// An address, and a number that is added to it. Either may be null.
static std::pair<const Value *, const Value *> sum(const Value &V) {
  const auto *Operation = dyn_cast<BinaryOperator>(&V);
  bool Adds =
      Operation && (Operation->getOpcode() == Instruction::Add ||
                    (Operation->getOpcode() == Instruction::Or && cast<PossiblyDisjointInst>(Operation)->isDisjoint()));
  if (!Adds)
    return {};
  const Value *First = Operation->getOperand(0), *Second = Operation->getOperand(1);
  // Constants stand behind; of two variables one leads to the packet.
  return packetAddress(*First) ? std::pair(First, Second) : std::pair(Second, First);
}

/// Adds the offsets of a getelementptr. \returns its base.
static const Value *addOffsets(const GEPOperator &Address, const DataLayout &Layout, PacketAddress &Result) {
  // Headers of protocols have their layout on each kernel.
  if (std::optional<FieldOffset> Member = fieldOffset(Address, Layout)) {
    Result.Bytes += static_cast<int64_t>(Member->Bytes);
    return Address.getPointerOperand();
  }
  unsigned Bits = Layout.getIndexTypeSizeInBits(Address.getType());
  SmallMapVector<Value *, APInt, 4> Variable;
  APInt Constant(Bits, 0);
  if (!Address.collectOffset(Layout, Bits, Variable, Constant))
    return nullptr;
  Result.Bytes += Constant.getSExtValue();
  for (const auto &[Each, Scale] : Variable)
    Result.Variables.push_back(Each);
  return Address.getPointerOperand();
}

std::optional<PacketAddress> packetAddress(const Value &V) {
  PacketAddress Result = {};
  constexpr unsigned Enough = 64;
  const Value *Each = &V;
  for (unsigned Steps = 0; Each && Steps < Enough; ++Steps) {
    if (isRead(*Each, "data")) {
      Result.Data = cast<LoadInst>(Each);
      return Result;
    }
    const auto *Address = dyn_cast<GEPOperator>(Each);
    if (const auto *Made = dyn_cast<Instruction>(Each); Address && Made) {
      Each = addOffsets(*Address, Made->getDataLayout(), Result);
    } else if (isa<ZExtInst, IntToPtrInst, PtrToIntInst, FreezeInst>(Each)) {
      Each = cast<Instruction>(Each)->getOperand(0);
    } else if (const Value &Passed = behindFence(*Each); &Passed != Each) {
      Each = &Passed;
    } else {
      auto [Base, Added] = sum(*Each);
      Each = Base;
      if (const auto *Constant = dyn_cast_or_null<ConstantInt>(Added))
        Result.Bytes += Constant->getSExtValue();
      else if (Added)
        Result.Variables.push_back(Added);
    }
  }
  return std::nullopt;
}

std::optional<PacketTest> packetTest(const Value &Condition) {
  const auto *Comparison = dyn_cast<ICmpInst>(&Condition);
  if (!Comparison || !Comparison->isRelational())
    return std::nullopt;
  bool EndIsFirst = isPacketEnd(*Comparison->getOperand(0));
  if (EndIsFirst == isPacketEnd(*Comparison->getOperand(1)))
    return std::nullopt;
  CmpInst::Predicate How = EndIsFirst ? Comparison->getSwappedPredicate() : Comparison->getPredicate();
  bool IsLess = ICmpInst::isLT(How) || ICmpInst::isLE(How);
  // address < end, and not address >= end.
  return PacketTest{Comparison->getOperand(EndIsFirst ? 1 : 0), IsLess, ICmpInst::isLT(How) || ICmpInst::isGE(How)};
}

std::optional<int64_t> provenBytes(const PacketTest &Test) {
  std::optional<PacketAddress> Address = packetAddress(*Test.Address);
  if (!Address || !Address->Variables.empty())
    return std::nullopt;
  return Address->Bytes + Test.IsStrict;
}

} // namespace bpf
