// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Follows operands back, until each ends in data of one kind or the other.
#include "passes/analysis/OpenData.h"
#include "passes/analysis/EmptyAssembly.h"
#include "passes/analysis/FieldOffset.h"
#include "passes/analysis/FilledStack.h"
#include "passes/analysis/HelperCall.h"
#include "passes/analysis/KernelCall.h"
#include "passes/analysis/KnownElement.h"
#include "passes/analysis/MemoryComparison.h"
#include "passes/analysis/Reach.h"
#include "passes/target/Kfunc.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Analysis/ValueTracking.h"
#include "llvm/IR/Function.h"
#include "llvm/IR/Instructions.h"
#include "llvm/IR/IntrinsicInst.h"

using namespace llvm;

namespace bpf {

/// do_refine_retval_range(): the kernel knows what these return at most.
static bool hasKnownRange(const Helper &Called) {
  static constexpr StringLiteral Names[] = {"get_stack",           "get_task_stack",        "probe_read_str",
                                            "probe_read_user_str", "probe_read_kernel_str", "get_smp_processor_id"};
  return is_contained(Names, Called.Name);
}

/// A kfunc returns any number, or a pointer that may be NULL. The verifier relates the result of a lock to the lock.
static bool isOpen(const Kfunc &Called) {
  return Called.Result.Kind == ResultKind::Integer ? !Called.Name.starts_with("bpf_res_spin_lock")
                                                   : Called.Result.MayBeNull;
}

/// True for memory of which the verifier knows no contents.
static bool isUnknown(const Value &Memory) {
  const Value *Object = getUnderlyingObject(&Memory);
  const auto *Global = dyn_cast<GlobalVariable>(Object);
  const auto *FromMemory = dyn_cast<LoadInst>(Object);
  // It keeps account of the stack, also of pointers on it; constants and what the loader fills in have a value by then.
  return !isa<AllocaInst>(Object) &&
         !(FromMemory && isa<AllocaInst>(getUnderlyingObject(FromMemory->getPointerOperand()))) &&
         !(Global && isKnownAtLoad(*Global));
}

void OpenData::read(const LoadInst &Load) {
  if (isUnknown(*Load.getPointerOperand()) || isFilledByKernel(Load))
    Data.push_back(&Load);
  else
    MayBeKnown = true;
}

/// memcmp() is written out: what it reads is compared.
void OpenData::compare(const CallBase &Call) {
  if (isUnknown(*Call.getArgOperand(0)) || isUnknown(*Call.getArgOperand(1)))
    Data.push_back(&Call);
  else
    MayBeKnown = true;
}

/// True for what depends on open data alone, on whatever path.
static bool isOpenAlone(const Value &V) {
  OpenData Found([](const PHINode &) { return true; });
  Found.follow(V);
  return !Found.mayBeKnown() && !Found.data().empty();
}

/// True for a pointer that a function of the kernel returned, and that may be NULL, or NULL itself.
static bool mayBeNull(const Value &V, unsigned Depth = 0) {
  constexpr unsigned Deep = 3;
  if (isa<ConstantPointerNull>(V))
    return true;
  if (const auto *Phi = dyn_cast<PHINode>(&V))
    return Depth < Deep &&
           all_of(Phi->incoming_values(), [&](const Value *Each) { return mayBeNull(*Each, Depth + 1); });
  const auto *Call = dyn_cast<CallBase>(&V);
  std::optional<KernelCall> Called = Call ? kernelCall(*Call) : std::nullopt;
  return Called && Called->Result.MayBeNull && !mayBeKnownElement(*Call);
}

/// True for a static function whose result, a pointer, may or may not be NULL, whatever its arguments are.
static bool returnsOpenPointer(const Function &F) {
  constexpr unsigned Enough = 32;
  if (F.isDeclaration() || !F.getReturnType()->isPointerTy() || F.size() > Enough)
    return false;
  return all_of(F, [](const BasicBlock &Each) {
    const Instruction &Last = *Each.getTerminator();
    if (const auto *Return = dyn_cast<ReturnInst>(&Last))
      return mayBeNull(*Return->getReturnValue()) && !isa<Constant>(Return->getReturnValue());
    const auto *Branch = dyn_cast<BranchInst>(&Last);
    return Branch && (Branch->isUnconditional() || isOpenAlone(*Branch->getCondition()));
  });
}

void OpenData::call(const CallBase &Call) {
  if (isa<IntrinsicInst>(Call)) {
    for (const Use &Each : Call.args())
      follow(*Each);
    return;
  }
  if (const Value *Copied = copiedBy(Call)) {
    follow(*Copied);
    return;
  }
  if (isMemoryComparison(Call)) {
    compare(Call);
    return;
  }
  const Helper *Called = calledHelper(Call);
  const Kfunc *Kernel = calledKfunc(Call);
  const Function *Own = Call.getCalledFunction();
  bool IsOpen = Own && returnsOpenPointer(*Own);
  IsOpen |= Called ? !hasKnownRange(*Called) && !mayBeKnownElement(Call) : Kernel && isOpen(*Kernel);
  if (IsOpen)
    Data.push_back(&Call);
  else
    MayBeKnown = true;
}

/// A static function is verified with what its callers hand it.
void OpenData::argument(const Argument &Given) {
  const Function &F = *Given.getParent();
  if (isVerifiedAtCalls(F) || isProgram(F))
    MayBeKnown = true;
  else if (!Given.getType()->isPointerTy())
    Data.push_back(&Given);
}

void OpenData::follow(const Value &V) {
  constexpr unsigned Enough = 64;
  if (MayBeKnown || isa<Constant>(V) || !Seen.insert(&V).second)
    return;
  if (Seen.size() > Enough) {
    MayBeKnown = true;
    return;
  }
  if (isRelocatedOffset(V))
    return;
  if (const auto *Load = dyn_cast<LoadInst>(&V))
    return read(*Load);
  if (const auto *Call = dyn_cast<CallBase>(&V))
    return call(*Call);
  if (const auto *Given = dyn_cast<Argument>(&V))
    return argument(*Given);
  if (const auto *Phi = dyn_cast<PHINode>(&V))
    MayBeKnown |= !MayFollow(*Phi);
  if (const auto *I = dyn_cast<Instruction>(&V))
    for (const Value *Each : I->operand_values())
      follow(*Each);
  else
    MayBeKnown = true;
}

bool isOpenOnEachPath(const Value *V) {
  if (V->getType()->isIntegerTy(1))
    return false;
  if (isa<CastInst, BinaryOperator, FreezeInst>(V))
    return all_of(cast<Instruction>(V)->operands(),
                  [](const Use &Each) { return isa<ConstantInt>(Each) || isOpenOnEachPath(Each); });
  if (const auto *Swap = dyn_cast<IntrinsicInst>(V); Swap && Swap->getIntrinsicID() == Intrinsic::bswap)
    return isOpenOnEachPath(Swap->getArgOperand(0));
  if (!isa<LoadInst, CallBase>(V) || isa<IntrinsicInst>(V))
    return false;
  OpenData Found([](const PHINode &) { return false; });
  Found.follow(*V);
  return !Found.mayBeKnown();
}

} // namespace bpf
