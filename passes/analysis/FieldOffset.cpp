// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// LLVM makes the offset of a relocated member a load of a variable, and writes into that variable's name what the
// source's types have: llvm.__sk_buff:0:76$0:15 is type, kind of relocation, offset, path of members.
#include "passes/analysis/FieldOffset.h"
#include "llvm/IR/DataLayout.h"
#include "llvm/IR/GlobalVariable.h"
#include "llvm/IR/Instructions.h"
#include "llvm/IR/IntrinsicInst.h"
#include "llvm/IR/IntrinsicsBPF.h"
#include "llvm/IR/Operator.h"

using namespace llvm;

namespace bpf {

static std::optional<uint64_t> relocatedOffset(const Value &V) {
  const auto *Load = dyn_cast<LoadInst>(&V);
  const auto *Variable = Load ? dyn_cast<GlobalVariable>(Load->getPointerOperand()) : nullptr;
  uint64_t Offset = 0;
  if (!Variable || !Variable->hasAttribute("btf_ama"))
    return std::nullopt;
  StringRef Text = Variable->getName().split(':').second.split(':').second.split('$').first;
  return Text.getAsInteger(10, Offset) ? std::nullopt : std::optional(Offset);
}

bool isRelocatedOffset(const Value &V) {
  // BPF_CORE_FIELD_BYTE_OFFSET; the other kinds are conditions and sizes.
  const auto *Load = dyn_cast<LoadInst>(&V);
  return relocatedOffset(V) && Load->getPointerOperand()->getName().split(':').second.starts_with("0:");
}

const Value &behindFence(const Value &V) {
  constexpr unsigned Passed = 1;
  const auto *Fence = dyn_cast<IntrinsicInst>(&V);
  return Fence && Fence->getIntrinsicID() == Intrinsic::bpf_passthrough ? *Fence->getArgOperand(Passed) : V;
}

std::optional<FieldOffset> fieldOffset(const GEPOperator &Address, const DataLayout &Layout) {
  APInt Constant(64, 0);
  if (Address.accumulateConstantOffset(Layout, Constant))
    return FieldOffset{Constant.getZExtValue(), false};
  if (std::optional<uint64_t> Relocated = relocatedOffset(*Address.getOperand(1)))
    return FieldOffset{*Relocated, true};
  return std::nullopt;
}

std::optional<AddressBehind> addressBehind(const Value &Address, const DataLayout &Layout) {
  AddressBehind Result{&Address};
  while (const auto *Step = dyn_cast<GEPOperator>(Result.Base)) {
    std::optional<FieldOffset> Here = fieldOffset(*Step, Layout);
    if (!Here)
      return std::nullopt;
    Result.Bytes += Here->Bytes;
    Result.IsRelocated |= Here->IsRelocated;
    Result.Base = Step->getPointerOperand();
  }
  return Result;
}

} // namespace bpf
