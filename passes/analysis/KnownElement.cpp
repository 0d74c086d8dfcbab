// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The key may be a constant unless each value that is stored there comes from memory with unknown contents.
#include "passes/analysis/KnownElement.h"
#include "passes/analysis/HelperCall.h"
#include "passes/analysis/MapType.h"
#include "passes/analysis/Reach.h"
#include "passes/analysis/StackSlot.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Analysis/ValueTracking.h"
#include "llvm/IR/GlobalVariable.h"
#include "llvm/IR/Instructions.h"
#include <linux/bpf.h>

using namespace llvm;

namespace bpf {

/// True for a number that the verifier does not know.
static bool isUnknown(const Value &V, unsigned Depth = 0) {
  constexpr unsigned Deep = 4;
  if (const auto *Load = dyn_cast<LoadInst>(&V)) {
    const Value *Memory = getUnderlyingObject(Load->getPointerOperand());
    const auto *Variable = dyn_cast<GlobalVariable>(Memory);
    return !isa<AllocaInst>(Memory) && !(Variable && isKnownAtLoad(*Variable));
  }
  const auto *I = dyn_cast<Instruction>(&V);
  return I && Depth < Deep && (isa<CastInst>(I) || I->getOpcode() == Instruction::Add) &&
         any_of(I->operands(), [&](const Use &Each) { return isUnknown(*Each, Depth + 1); });
}

bool mayBeKnownElement(const CallBase &Call) {
  constexpr unsigned MapLookup = 1;
  if (helperNumber(Call) != MapLookup || Call.arg_size() != 2)
    return false;
  std::optional<MapType> Map = mapTypeOf(*Call.getArgOperand(0));
  if (Map && Map->Type && Map->Type != BPF_MAP_TYPE_ARRAY && Map->Type != BPF_MAP_TYPE_PERCPU_ARRAY)
    return false;
  const auto *Key = dyn_cast<AllocaInst>(getUnderlyingObject(Call.getArgOperand(1)));
  return Key && any_of(StackSlot(*Key).writes(), [](const StackWrite &Each) {
           const auto *Store = dyn_cast<StoreInst>(Each.By);
           return Store && !isUnknown(*Store->getValueOperand());
         });
}

} // namespace bpf
