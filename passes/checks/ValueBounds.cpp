// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// An index has to have a bound that the verifier can see: check_mem_region_access() and check_reg_sane_offset() in
// kernel/bpf/verifier.c (-Wbpf-value-bounds). Reported is an index of 32 bits or more that is unknown before run time
// and that nothing compares or masks.
#include "passes/RunChecks.h"
#include "passes/analysis/CertainPath.h"
#include "passes/analysis/KernelCall.h"
#include "passes/analysis/Location.h"
#include "passes/analysis/OpenData.h"
#include "passes/analysis/ValueName.h"
#include "llvm/ADT/MapVector.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/IR/DataLayout.h"
#include "llvm/IR/InstIterator.h"
#include "llvm/IR/Instructions.h"
#include "llvm/IR/IntrinsicInst.h"
#include "llvm/IR/Module.h"
#include "llvm/IR/Operator.h"
#include "llvm/Support/FormatVariadic.h"

using namespace llvm;

namespace bpf {

namespace {

/// An element of memory whose size the verifier knows.
struct Element {
  const Value *Memory; ///< a variable, or the call that returned a value of a map
  const Value *Index;  ///< the first without a bound
};

} // namespace

/// True if what is computed of a value is used for nothing but addresses: any other use may bound it.
static bool isOnlyAdded(const Value &V, unsigned Depth = 0) {
  constexpr unsigned Deep = 6;
  return Depth < Deep && all_of(
                             V.users(),
                             [&](const User *Each) {
                               if (isa<GetElementPtrInst, StoreInst>(Each))
                                 return true;
                               const auto *Call = dyn_cast<CallBase>(Each);
                               if (Call)
                                 return isa<IntrinsicInst>(Call) ? cast<IntrinsicInst>(Call)->isAssumeLikeIntrinsic()
                                                                 : kernelCall(*Call).has_value();
                               bool IsComputed = isa<ZExtInst, SExtInst>(Each) ||
                                                 (isa<BinaryOperator>(Each) &&
                                                  is_contained({Instruction::Add, Instruction::Mul, Instruction::Shl},
                                                               cast<BinaryOperator>(Each)->getOpcode()));
                               return IsComputed && isOnlyAdded(*Each, Depth + 1);
                             });
}

/// True for a number of at least 32 bits that may have any value for the verifier.
static bool hasNoBound(const Value &V) {
  constexpr unsigned Least = 32;
  if (isa<ZExtInst, SExtInst>(V))
    return hasNoBound(*cast<Instruction>(V).getOperand(0));
  if (const auto *Operation = dyn_cast<BinaryOperator>(&V))
    return is_contained({Instruction::Add, Instruction::Mul, Instruction::Shl}, Operation->getOpcode()) &&
           isa<ConstantInt>(Operation->getOperand(1)) && hasNoBound(*Operation->getOperand(0));
  bool IsNumber = isa<LoadInst, CallBase>(V) && !isa<IntrinsicInst>(V) && V.getType()->isIntegerTy() &&
                  V.getType()->getIntegerBitWidth() >= Least;
  if (!IsNumber || cast<Instruction>(V).hasMetadata(LLVMContext::MD_range) || !isOnlyAdded(V))
    return false;
  OpenData Found([](const PHINode &) { return false; });
  Found.follow(V);
  return !Found.mayBeKnown() && !Found.data().empty();
}

/// True for memory that the kernel bounds: the stack, the section of a variable, a value of a map.
static bool isBounded(const Value &Memory) {
  if (const auto *Variable = dyn_cast<GlobalVariable>(&Memory))
    return !Variable->isDeclaration() && Variable->getAddressSpace() == 0 && Variable->getSection() != ".maps";
  const auto *Call = dyn_cast<CallBase>(&Memory);
  std::optional<KernelCall> Called = Call ? kernelCall(*Call) : std::nullopt;
  return isa<AllocaInst>(Memory) || (Called && Called->Result.Kind == ResultKind::MapValue);
}

/// The element that an address is of, if its index has no bound.
static std::optional<Element> elementAt(const Value &Address, const DataLayout &Layout) {
  const Value *Index = nullptr;
  const Value *Each = &Address;
  while (const auto *Step = dyn_cast<GEPOperator>(Each)) {
    SmallMapVector<Value *, APInt, 4> Variable;
    unsigned Bits = Layout.getIndexTypeSizeInBits(Step->getType());
    APInt Constant(Bits, 0);
    if (!Step->collectOffset(Layout, Bits, Variable, Constant))
      return std::nullopt;
    for (const auto &[Added, Scale] : Variable)
      if (!Index && hasNoBound(*Added))
        Index = Added;
    Each = Step->getPointerOperand();
  }
  return Index && isBounded(*Each) ? std::optional(Element{Each, Index}) : std::nullopt;
}

static const Value *addressOf(const Instruction &I) {
  if (const Value *Address = getLoadStorePointerOperand(&I))
    return Address;
  if (const auto *Atomic = dyn_cast<AtomicRMWInst>(&I))
    return Atomic->getPointerOperand();
  return nullptr;
}

/// What a number is computed from.
static const Value &origin(const Value &V) {
  return isa<CastInst, BinaryOperator>(V) ? origin(*cast<Instruction>(V).getOperand(0)) : V;
}

static void report(const Instruction &I, const Element &Used, Report R) {
  const Value &From = origin(*Used.Index);
  std::string Index = valueName(From);
  std::string Memory =
      isa<GlobalVariable>(Used.Memory) ? formatv("'{0}'", Used.Memory->getName()).str() : valueName(*Used.Memory);
  Finding Found = findingAt(I, Check::ValueBounds, Severity::Rejected,
                            formatv("{0} has no bound as an index{1}", Index.empty() ? "this number" : Index,
                                    Memory.empty() ? "" : " of " + Memory));
  if (const auto *Read = dyn_cast<Instruction>(&From))
    Found.Notes.push_back({"it comes from here", placeOf(*Read)});
  Found.Notes.push_back({"compare it with the number of elements first, or mask it", {}});
  R(std::move(Found));
}

void checkValueBounds(const Module &M, const Target &T, Report R) {
  CertainPaths Paths(M);
  auto Judge = [](const PathTest &) { return Passes::IfOpen; };
  for (const Function &F : M)
    for (const Instruction &I : instructions(F)) {
      const Value *Address = addressOf(I);
      if (!Address || !isa<GEPOperator>(Address))
        continue;
      if (std::optional<Element> Used = elementAt(*Address, I.getDataLayout()); Used && Paths.to(I, {nullptr, Judge}))
        report(I, *Used, R);
    }
}

} // namespace bpf
