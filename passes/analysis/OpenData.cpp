// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Follows operands back, until each ends in data of one kind or the other.
#include "passes/analysis/OpenData.h"
#include "passes/analysis/EmptyAssembly.h"
#include "passes/analysis/HelperCall.h"
#include "passes/analysis/KernelCall.h"
#include "passes/analysis/KnownElement.h"
#include "passes/analysis/Reach.h"
#include "passes/target/Kfunc.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Analysis/ValueTracking.h"
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

void OpenData::read(const LoadInst &Load) {
  const Value *Memory = getUnderlyingObject(Load.getPointerOperand());
  const auto *Global = dyn_cast<GlobalVariable>(Memory);
  // The kernel keeps account of the stack, also of pointers on it; constants and what the loader fills in have a value
  // by then.
  const auto *FromMemory = dyn_cast<LoadInst>(Memory);
  if (isa<AllocaInst>(Memory) ||
      (FromMemory && isa<AllocaInst>(getUnderlyingObject(FromMemory->getPointerOperand()))) ||
      (Global && isKnownAtLoad(*Global)))
    MayBeKnown = true;
  else
    Data.push_back(&Load);
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
  const Helper *Called = calledHelper(Call);
  const Kfunc *Kernel = calledKfunc(Call);
  bool IsOpen = Called ? !hasKnownRange(*Called) && !mayBeKnownElement(Call) : Kernel && isOpen(*Kernel);
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

} // namespace bpf
