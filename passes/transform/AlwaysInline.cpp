// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Only marks: LLVM's own inliner does the work, and leaves calls that cannot go (recursion).
#include "passes/transform/AlwaysInline.h"
#include "llvm/IR/DataLayout.h"
#include "llvm/IR/Module.h"
#include "llvm/Support/MathExtras.h"
#include <numeric>

using namespace llvm;

namespace bpf {

bool mayBeInlined(const Function &F, bool GlobalsToo) {
  if (F.isDeclaration() || F.hasFnAttribute(Attribute::NoInline) || F.hasFnAttribute(Attribute::AlwaysInline) ||
      F.hasFnAttribute(Attribute::OptimizeNone))
    return false;
  // A section of its own makes a function a program; .text is where subprograms are.
  if (F.hasSection() && F.getSection() != ".text")
    return false;
  // An inline function of C99 has no body but this one.
  bool IsNowhereElse = F.hasLocalLinkage() || F.hasAvailableExternallyLinkage();
  return (IsNowhereElse || GlobalsToo) && !F.isInterposable() && !F.hasAddressTaken();
}

/// The registers that code generation hands a value over in: those of each element of a structure.
static unsigned registersOf(const Type *T, const DataLayout &Layout) {
  if (T->isVoidTy())
    return 0;
  if (const auto *Struct = dyn_cast<StructType>(T))
    return std::accumulate(Struct->element_begin(), Struct->element_end(), 0u,
                           [&](unsigned Sum, const Type *Each) { return Sum + registersOf(Each, Layout); });
  if (const auto *Array = dyn_cast<ArrayType>(T))
    return Array->getNumElements() * registersOf(Array->getElementType(), Layout);
  return divideCeil(Layout.getTypeSizeInBits(const_cast<Type *>(T)).getKnownMinValue(), 64);
}

/// What LowerFormalArguments(), LowerCall() and LowerReturn() of LLVM's BPFISelLowering.cpp reject.
static bool isUncallable(const Function &F) {
  constexpr unsigned ArgumentRegisters = 5;
  const DataLayout &Layout = F.getDataLayout();
  unsigned Registers = 0;
  for (const Argument &Each : F.args()) {
    if (Each.hasByValAttr() || Each.hasStructRetAttr())
      return true;
    Registers += registersOf(Each.getType(), Layout);
  }
  return Registers > ArgumentRegisters || registersOf(F.getReturnType(), Layout) > 1 || F.isVarArg() ||
         F.hasAvailableExternallyLinkage();
}

static unsigned mark(Module &M, bool GlobalsToo, function_ref<bool(const Function &)> IsWanted) {
  unsigned Marked = 0;
  for (Function &F : M) {
    if (F.use_empty() || !mayBeInlined(F, GlobalsToo) || !IsWanted(F))
      continue;
    F.addFnAttr(Attribute::AlwaysInline);
    ++Marked;
  }
  return Marked;
}

unsigned markAlwaysInline(Module &M, const Target &T) {
  return mark(M, !T.has(Feature::FunctionCalls), [](const Function &) { return true; });
}

unsigned markUncallable(Module &M) { return mark(M, /*GlobalsToo=*/false, isUncallable); }

} // namespace bpf
