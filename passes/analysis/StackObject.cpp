// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The rules of the functions say what they do with it.
#include "passes/analysis/StackObject.h"
#include "passes/analysis/KernelCall.h"
#include "passes/target/Kfunc.h"
#include "llvm/IR/Instructions.h"
#include "llvm/IR/IntrinsicInst.h"

using namespace llvm;

namespace bpf {

StackObject::StackObject(const AllocaInst &Variable) : Variable(&Variable) {
  for (const Use &Each : Variable.uses()) {
    const User *By = Each.getUser();
    // An initializer; whatever else is written to it is rejected by the kernel.
    bool IsWritten = isa<MemSetInst, LifetimeIntrinsic>(By) ||
                     (isa<StoreInst>(By) && Each.getOperandNo() == StoreInst::getPointerOperandIndex());
    const auto *Call = dyn_cast<CallBase>(By);
    if (!IsWritten && !(Call && Call->isArgOperand(&Each) && pass(*Call, Call->getArgOperandNo(&Each))))
      IsKnown = false;
  }
  IsKnown &= !Makers.empty() || !Ends.empty() || !Uses.empty();
  if (IsKnown)
    return;
  for (auto *Each : {&Makers, &Begins, &Ends, &Uses})
    Each->clear();
}

/// \returns false for what is done with other memory.
bool StackObject::pass(const CallBase &Call, unsigned Index) {
  std::optional<KernelCall> Called = kernelCall(Call);
  if (!Called)
    return false;
  const Kfunc *Kernel = calledKfunc(Call);
  ArgumentRule Rule = Called->argument(Index);
  switch (Rule.Kind) {
  case ArgumentKind::NewDynptr:
  case ArgumentKind::NewIterator:
    Makers.push_back(&Call);
    if (Rule.IsAcquired || Rule.Kind == ArgumentKind::NewIterator)
      Begins.push_back(&Call);
    return true;
  case ArgumentKind::Dynptr:
  case ArgumentKind::Iterator:
    IsCloned |= Called->Name == "bpf_dynptr_clone";
    (Rule.IsReleased || (Kernel && Kernel->endsIterator()) ? Ends : Uses).push_back(&Call);
    return true;
  default:
    return false;
  }
}

} // namespace bpf
