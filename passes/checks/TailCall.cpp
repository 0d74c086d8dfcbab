// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A tail call jumps into another program and does not come back (-Wbpf-tail-call). Where it cannot jump it goes on as
// if nothing had been called. Kernels whose JIT does not count them across calls accept no program with both
// (check_map_func_compatibility: "tail_calls are not allowed in programs with bpf-to-bpf calls").
#include "passes/RunChecks.h"
#include "passes/analysis/GlobalUse.h"
#include "passes/analysis/HelperCall.h"
#include "passes/analysis/Location.h"
#include "passes/analysis/MapType.h"
#include "passes/analysis/Reach.h"
#include "llvm/ADT/SmallPtrSet.h"
#include "llvm/IR/Constants.h"
#include "llvm/IR/GlobalVariable.h"
#include "llvm/IR/InstIterator.h"
#include "llvm/IR/InstrTypes.h"
#include "llvm/IR/Module.h"
#include "llvm/Support/FormatVariadic.h"
#include <set>

using namespace llvm;

namespace bpf {

namespace {

/// What a program and the functions that come with it have of both.
struct Mixture {
  const Instruction *TailCall = nullptr;
  const Instruction *Call = nullptr; ///< of a function, or with one as its argument
  const Function *Callee = nullptr;
};

} // namespace

static void collect(const Function &F, const Reach &Looked, SmallPtrSetImpl<const Function *> &Seen, Mixture &Found) {
  if (!Seen.insert(&F).second)
    return;
  for (const Instruction &I : instructions(F)) {
    // What is decided at load time the kernel may not look at.
    if (asTailCall(I) && !Found.TailCall && Looked.of(I) == Reached::Surely)
      Found.TailCall = &I;
    if (!isa<CallBase>(I))
      continue;
    for (const Use &Operand : I.operands()) {
      const auto *Callee = dyn_cast<Function>(Operand->stripPointerCasts());
      if (!Callee || Callee->isDeclaration())
        continue;
      if (!Found.Call) {
        Found.Call = &I;
        Found.Callee = Callee;
      }
      collect(*Callee, Looked, Seen, Found);
    }
  }
}

static void checkMixture(const Module &M, const Target &T, Report R) {
  Reach Looked(M);
  std::set<const Instruction *> Reported;
  for (const Function &F : M) {
    if (!isProgram(F))
      continue;
    SmallPtrSet<const Function *, 8> Seen;
    Mixture Found;
    collect(F, Looked, Seen, Found);
    if (!Found.TailCall || !Found.Call || !Reported.insert(Found.TailCall).second)
      continue;
    Finding Rejected =
        findingAt(*Found.TailCall, Check::TailCall, Severity::Rejected,
                  formatv("'{0}' has a tail call and calls '{1}'; kernel {2} on {3} rejects programs with both",
                          F.getName(), Found.Callee->getName(), T.kernel().text(), T.architecture().Machine));
    Rejected.Notes.push_back({formatv("'{0}' is called here; make it static and not noinline, so that it is inlined",
                                      Found.Callee->getName()),
                              placeOf(*Found.Call)});
    R(std::move(Rejected));
  }
}

/// No slot has that index, and the kernel looks at it only when it jumps.
static void checkIndex(const CallBase &Call, Report R) {
  const auto *Index = dyn_cast<ConstantInt>(Call.getArgOperand(2));
  const auto *Map = dyn_cast<GlobalVariable>(Call.getArgOperand(1)->stripPointerCasts());
  std::optional<MapType> Type = Map ? mapTypeOf(*Map) : std::nullopt;
  if (!Index || !Type || !Type->Entries.value_or(0))
    return;
  // The kernel reads 32 bits.
  uint64_t Slot = Index->getValue().zextOrTrunc(32).getZExtValue();
  if (Slot < *Type->Entries)
    return;
  Finding Found =
      findingAt(Call, Check::TailCall, Severity::Fragile,
                formatv("this tail call never jumps: index {0} is out of bounds of {1}, which has {2} entries", Slot,
                        nameOf(*Map), *Type->Entries));
  Found.Notes.push_back({formatv("{0} is defined here", nameOf(*Map)), declarationOf(*Map)});
  R(std::move(Found));
}

void checkTailCall(const Module &M, const Target &T, Report R) {
  // If calls are not supported at all, -Wbpf-function-call reports it.
  if (!T.mixesTailCalls() && T.has(Feature::FunctionCalls))
    checkMixture(M, T, R);
  for (const Function &F : M)
    for (const Instruction &I : instructions(F))
      if (const CallBase *Call = asTailCall(I))
        checkIndex(*Call, R);
}

} // namespace bpf
