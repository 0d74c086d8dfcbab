// LLVM chooses the form by the memory order of the instruction.
#include "passes/transform/LockedAdd.h"
#include "llvm/IR/InstIterator.h"
#include "llvm/IR/Instructions.h"
#include "llvm/IR/Module.h"

using namespace llvm;

namespace bpf {

void lockUnusedAdditions(Module &M, const Target &T) {
  if (T.has(Feature::AtomicFetch) && T.cpu() >= Cpu::V3)
    return;
  for (Function &F : M)
    for (Instruction &I : instructions(F))
      if (auto *Addition = dyn_cast<AtomicRMWInst>(&I))
        if (Addition->getOperation() == AtomicRMWInst::Add && Addition->use_empty())
          Addition->setOrdering(AtomicOrdering::Monotonic);
}

} // namespace bpf
