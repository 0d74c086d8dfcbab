// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The kernel calls a callback with the arguments of its helper or kfunc, whatever the source declares:
// set_loop_callback_state() and its siblings in kernel/bpf/verifier.c (-Wbpf-callback). A register that it does not set
// cannot be read, a number cannot be accessed, and only a static function can be called back.
#include "passes/RunChecks.h"
#include "passes/analysis/Location.h"
#include "passes/analysis/PassedCallback.h"
#include "passes/analysis/Reach.h"
#include "passes/analysis/ValueName.h"
#include "passes/target/ReturnRange.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallPtrSet.h"
#include "llvm/IR/InstIterator.h"
#include "llvm/IR/Instructions.h"
#include "llvm/IR/Module.h"
#include "llvm/Support/FormatVariadic.h"

using namespace llvm;

namespace bpf {

/// "bpf_loop": the rows have helpers without bpf_, and kfuncs with it.
static std::string callerName(const CallbackRule &Rule) {
  return Rule.Caller.starts_with("bpf_") ? Rule.Caller.str() : ("bpf_" + Rule.Caller).str();
}

static unsigned argumentCount(const CallbackRule &Rule) {
  return count_if(Rule.Arguments, [](ArgumentRule Each) { return Each.Kind != ArgumentKind::None; });
}

static std::string nameOf(const Argument &Parameter) {
  std::string Name = valueName(Parameter);
  return Name.empty() ? formatv("parameter {0}", Parameter.getArgNo() + 1).str() : Name;
}

/// The first instruction that programs run and that uses a parameter; null where there is none.
static const Instruction *firstUse(const Argument &Parameter, const Reach &Looked) {
  const Instruction *First = nullptr;
  for (const User *Each : Parameter.users())
    if (const auto *I = dyn_cast<Instruction>(Each); I && !isa<PHINode>(I) && Looked.of(*I) == Reached::Surely)
      First = I;
  return First;
}

/// The first access through a number, or through what is added to it.
static const Instruction *firstAccess(const Value &Number, const Reach &Looked) {
  for (const User *Each : Number.users()) {
    const auto *I = dyn_cast<Instruction>(Each);
    if (!I)
      continue;
    const Instruction *Access = getLoadStorePointerOperand(I) == &Number ? I : nullptr;
    if (isa<GetElementPtrInst>(I) ? I->getOperand(0) == &Number : isa<IntToPtrInst>(I))
      Access = firstAccess(*I, Looked);
    if (Access && Looked.of(*Access) == Reached::Surely)
      return Access;
  }
  return nullptr;
}

static void reportAt(const Instruction &I, const CallBase &Call, std::string Message, Report R) {
  Finding Found = findingAt(I, Check::Callback, Severity::Rejected, std::move(Message));
  Found.Notes.push_back({"it is handed over here", placeOf(Call)});
  R(std::move(Found));
}

static void checkParameters(const CallBase &Call, const PassedCallback &Passed, const Reach &Looked, Report R) {
  const CallbackRule &Rule = Passed.Rule;
  unsigned Count = argumentCount(Rule);
  for (const Argument &Each : Passed.Function.args()) {
    if (Each.getArgNo() >= Count) {
      if (const Instruction *Read = firstUse(Each, Looked))
        return reportAt(*Read, Call,
                        formatv("{0} of '{1}' has no value: {2}() calls it with {3} arguments", nameOf(Each),
                                Passed.Function.getName(), callerName(Rule), Count),
                        R);
    } else if (Rule.Arguments[Each.getArgNo()].Kind == ArgumentKind::Scalar) {
      if (const Instruction *Access = firstAccess(Each, Looked))
        return reportAt(*Access, Call,
                        formatv("{0} of '{1}' is no pointer: argument {2} that {3}() calls it with is a number",
                                nameOf(Each), Passed.Function.getName(), Each.getArgNo() + 1, callerName(Rule)),
                        R);
    }
  }
}

static void checkLinkage(const CallBase &Call, const PassedCallback &Passed, Report R) {
  if (isVerifiedAtCalls(Passed.Function))
    return;
  Finding Found = findingAt(Call, Check::Callback, Severity::Rejected,
                            formatv("'{0}' is not static: {1}() calls back static functions alone",
                                    Passed.Function.getName(), callerName(Passed.Rule)));
  Found.Notes.push_back({formatv("make '{0}' static", Passed.Function.getName()), placeOf(Passed.Function)});
  R(std::move(Found));
}

void checkCallback(const Module &M, const Target &, Report R) {
  std::optional<Reach> Looked;
  SmallPtrSet<const Function *, 8> Done;
  for (const Function &F : M)
    for (const Instruction &I : instructions(F)) {
      const auto *Call = dyn_cast<CallBase>(&I);
      std::optional<PassedCallback> Passed = Call ? passedCallback(*Call) : std::nullopt;
      if (!Passed || isProgram(Passed->Function))
        continue;
      if (!Looked)
        Looked.emplace(M);
      if (Looked->of(I) != Reached::Surely || !Done.insert(&Passed->Function).second)
        continue;
      checkLinkage(*Call, *Passed, R);
      checkParameters(*Call, *Passed, *Looked, R);
    }
}

} // namespace bpf
