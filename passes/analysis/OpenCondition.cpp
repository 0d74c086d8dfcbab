// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Where ScalarEvolution has no answer the kernel may have one: it runs the loop, and knows what .rodata holds, what a
// helper returns at most, and what a static function was called with. So a condition counts as open only where all that
// it depends on was followed back to memory with unknown contents.
#include "passes/analysis/OpenCondition.h"
#include "passes/analysis/HelperCall.h"
#include "passes/analysis/LoopStep.h"
#include "passes/analysis/Reach.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Analysis/LoopInfo.h"
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

namespace {

/// Follows what one exit of a loop hangs on.
class Exit {
public:
  Exit(const Loop &L, ScalarEvolution &Evolution) : L(L), Evolution(Evolution) {}

  /// The first data that is unknown before run time, if it depends on nothing else.
  const Value *openData(const Value &Condition) {
    follow(Condition);
    return MayBeKnown ? nullptr : Data;
  }

private:
  void follow(const Value &V);
  void followPhi(const PHINode &Phi);
  void read(const LoadInst &Load);
  void call(const CallBase &Call);
  void argument(const Argument &Given);
  void data(const Value &V);

  const Loop &L;
  ScalarEvolution &Evolution;
  const Value *Data = nullptr; ///< the first such
  SmallPtrSet<const Value *, 32> Seen;
  bool MayBeKnown = false;
};

} // namespace

/// True where the program compares the value, or what it computes of it, with a constant: that bounds it for the
/// kernel.
static bool isChecked(const Value &V, unsigned Depth = 0) {
  constexpr unsigned Deep = 4;
  return any_of(V.users(), [&](const User *Each) {
    if (const auto *Comparison = dyn_cast<ICmpInst>(Each))
      return Comparison->isRelational() && any_of(Comparison->operands(), IsaPred<ConstantInt>);
    return Depth < Deep && (isa<CastInst>(Each) || isa<BinaryOperator>(Each)) && isChecked(*Each, Depth + 1);
  });
}

void Exit::data(const Value &V) {
  MayBeKnown |= isChecked(V);
  if (!Data)
    Data = &V;
}

void Exit::read(const LoadInst &Load) {
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
    data(Load);
}

void Exit::call(const CallBase &Call) {
  if (isa<IntrinsicInst>(Call)) {
    for (const Use &Each : Call.args())
      follow(*Each);
    return;
  }
  const Helper *Called = calledHelper(Call);
  if (Called && !hasKnownRange(*Called))
    data(Call);
  else
    MayBeKnown = true;
}

void Exit::followPhi(const PHINode &Phi) {
  MayBeKnown |= isComputedFromItself(Phi, L, Evolution);
  for (const Use &Each : Phi.incoming_values())
    follow(*Each);
}

/// A static function is verified with what its callers hand it.
void Exit::argument(const Argument &Given) {
  const Function &F = *Given.getParent();
  if (isVerifiedAtCalls(F) || isProgram(F))
    MayBeKnown = true;
  else if (!Given.getType()->isPointerTy())
    data(Given);
}

void Exit::follow(const Value &V) {
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
  if (const auto *Phi = dyn_cast<PHINode>(&V))
    return followPhi(*Phi);
  if (const auto *Given = dyn_cast<Argument>(&V))
    return argument(*Given);
  if (const auto *I = dyn_cast<Instruction>(&V))
    for (const Value *Each : I->operand_values())
      follow(*Each);
  else
    MayBeKnown = true;
}

const Value *openData(const Value &Condition, const Loop &L, ScalarEvolution &Evolution) {
  return Exit(L, Evolution).openData(Condition);
}

} // namespace bpf
