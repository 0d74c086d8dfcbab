// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// What a lookup, a reservation or another function of the kernel returns may be NULL, and the verifier accepts no use
// of it before a test: check_mem_access() and check_reg_type() in kernel/bpf/verifier.c (-Wbpf-null-check). Reported is
// a use with a path to it that the kernel surely follows, and on which no test found that the pointer is not NULL.
#include "passes/RunChecks.h"
#include "passes/analysis/CertainPath.h"
#include "passes/analysis/KernelCall.h"
#include "passes/analysis/KernelPointerUses.h"
#include "passes/analysis/KnownElement.h"
#include "passes/analysis/Location.h"
#include "passes/analysis/ValueName.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/IR/Constants.h"
#include "llvm/IR/Dominators.h"
#include "llvm/IR/InstIterator.h"
#include "llvm/IR/Instructions.h"
#include "llvm/IR/Module.h"
#include "llvm/Support/FormatVariadic.h"

using namespace llvm;

namespace bpf {

namespace {

class InFunction {
public:
  InFunction(const Function &F, CertainPaths &Paths, const Target &T, Report R) : F(F), Paths(Paths), T(T), R(R) {}

  void run();

private:
  void check(const KernelPointerUses &Pointer, const KernelCall &Called);
  void checkChoice(const PHINode &Choice);
  void checkArguments(const CallBase &Call, const KernelCall &Called);
  void report(const Instruction &Use, const KernelPointerUses &Pointer, const KernelCall &Called);

  const DominatorTree &order();

  const Function &F;
  CertainPaths &Paths;
  const Target &T;
  Report R;
  std::optional<DominatorTree> Order; ///< made at the first finding
};

} // namespace

/// The verifier follows a pointer that may be NULL in both ways from a test of it.
static Passes passes(const PathTest &Test, const KernelPointerUses &Pointer) {
  std::optional<bool> IsNullIf = Pointer.isNullIf(*Test.Condition);
  if (!IsNullIf)
    return Passes::IfOpen;
  return Test.Truth == *IsNullIf ? Passes::Surely : Passes::Never;
}

const DominatorTree &InFunction::order() {
  if (!Order)
    Order.emplace(const_cast<Function &>(F));
  return *Order;
}

void InFunction::report(const Instruction &Use, const KernelPointerUses &Pointer, const KernelCall &Called) {
  bool MayBeKnown = mayBeKnownElement(Pointer.call());
  bool IsSure = !MayBeKnown || !T.has(Feature::ConstantKeyLookup);
  std::string Name = valueName(Pointer.call());
  Finding Found = findingAt(Use, Check::NullCheck, IsSure ? Severity::Rejected : Severity::Fragile,
                            formatv("{0} may be NULL here", Name.empty() ? "this pointer" : Name));
  if (const auto *To = dyn_cast<CallBase>(&Use))
    if (std::optional<KernelCall> Receiver = kernelCall(*To))
      Found.Message += formatv(", which {0}() does not accept", Receiver->Name);
  Found.Notes.push_back({formatv("it is returned by {0}()", Called.Name), placeOf(Pointer.call())});
  for (const ICmpInst *Test : Pointer.tests())
    if (order().dominates(Test, &Use))
      Found.Notes.push_back({"it is tested here, but the program goes on if it is NULL", placeOf(*Test)});
  Found.Notes.push_back({"return first if it is NULL", {}});
  if (!IsSure)
    Found.Notes.push_back({"kernels before 6.14 reject this; later ones accept it if they can see on the stack which "
                           "element of the array it is",
                           {}});
  R(std::move(Found));
}

void InFunction::check(const KernelPointerUses &Pointer, const KernelCall &Called) {
  const Instruction *First = nullptr; // the kernel stops there
  for (const Instruction *Use : Pointer.uses())
    if ((!First || order().dominates(Use, First)) &&
        Paths.to(*Use, {&Pointer.call(), [&](const PathTest &Each) { return passes(Each, Pointer); }}))
      First = Use;
  if (First)
    report(*First, Pointer, Called);
}

/// True for what is never NULL: an object of the kernel. Memory of no bytes may be.
static bool isObject(const KernelCall &Called, unsigned Argument) {
  using enum ArgumentKind;
  static constexpr ArgumentKind Objects[] = {Socket, Struct, Record, Dynptr, Iterator, Object, ListNode, RbNode};
  return Called.rejectsNull(Argument) && is_contained(Objects, Called.argument(Argument).Kind);
}

/// NULL that is written in the source.
void InFunction::checkArguments(const CallBase &Call, const KernelCall &Called) {
  for (unsigned Each = 0; Each < Call.arg_size(); ++Each)
    if (isa<ConstantPointerNull>(Call.getArgOperand(Each)) && isObject(Called, Each) &&
        Paths.to(Call, {nullptr, [](const PathTest &) { return Passes::IfOpen; }}))
      R(findingAt(Call, Check::NullCheck, Severity::Rejected,
                  formatv("{0}() does not accept NULL as its {1} argument", Called.Name, ordinal(Each))));
}

/// A call of the kernel whose result may be NULL; null for another value.
static const CallBase *nullableCall(const Value &V) {
  const auto *Call = dyn_cast<CallBase>(&V);
  std::optional<KernelCall> Called = Call ? kernelCall(*Call) : std::nullopt;
  return Called && Called->Result.MayBeNull && Call->getType()->isPointerTy() ? Call : nullptr;
}

/// One of several lookups, none of which is tested by itself: whichever it is, it may be NULL.
void InFunction::checkChoice(const PHINode &Choice) {
  bool AreAlike = all_of(Choice.incoming_values(), [](const Value *Each) {
    const CallBase *Call = nullableCall(*Each);
    return Call && Call->hasOneUse() && !mayBeKnownElement(*Call);
  });
  if (!AreAlike)
    return;
  const auto &First = *cast<CallBase>(Choice.getIncomingValue(0));
  check(KernelPointerUses(Choice, First), *kernelCall(First));
}

void InFunction::run() {
  for (const Instruction &I : instructions(F)) {
    if (const auto *Choice = dyn_cast<PHINode>(&I); Choice && Choice->getType()->isPointerTy())
      checkChoice(*Choice);
    const auto *Call = dyn_cast<CallBase>(&I);
    std::optional<KernelCall> Called = Call ? kernelCall(*Call) : std::nullopt;
    if (!Called)
      continue;
    checkArguments(*Call, *Called);
    if (nullableCall(*Call) && !Call->use_empty())
      check(KernelPointerUses(*Call), *Called);
  }
}

void checkNullCheck(const Module &M, const Target &T, Report R) {
  CertainPaths Paths(M);
  for (const Function &F : M)
    InFunction(F, Paths, T, R).run();
}

} // namespace bpf
