// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A record, a socket or another object of the kernel's is gone when the program has given it back: release_reference()
// in kernel/bpf/verifier.c makes numbers of all pointers to it (-Wbpf-use-after-release). A dynptr or an iterator has
// to be made before it is used, and again after its end. Reported is a use on a path that the verifier surely follows.
#include "passes/RunChecks.h"
#include "passes/analysis/CertainPath.h"
#include "passes/analysis/KernelCall.h"
#include "passes/analysis/KernelPointerUses.h"
#include "passes/analysis/Location.h"
#include "passes/analysis/PointerEnd.h"
#include "passes/analysis/StackObject.h"
#include "passes/analysis/ValueName.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Analysis/CFG.h"
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
  InFunction(const Function &F, CertainPaths &Paths, Report R) : F(F), Paths(Paths), R(R) {}

  void run();

private:
  void check(const CallBase &Call);
  void check(const StackObject &Object);
  void report(const Instruction &Use, const CallBase &End, const Value &Named, bool IsReleasedAgain);

  const Function &F;
  CertainPaths &Paths;
  Report R;
  std::optional<DominatorTree> Order; ///< made at the first pointer
};

} // namespace

static std::string nameOf(const Value &Named, StringRef Otherwise) {
  std::string Name = valueName(Named);
  return Name.empty() ? Otherwise.str() : Name;
}

void InFunction::report(const Instruction &Use, const CallBase &End, const Value &Named, bool IsReleasedAgain) {
  std::string By = kernelCall(End)->Name;
  Finding Found = findingAt(Use, Check::UseAfterRelease, Severity::Rejected,
                            formatv("{0} is {1} after {2}()", nameOf(Named, "this pointer"),
                                    IsReleasedAgain ? "released again" : "used", By));
  Found.Notes.push_back({formatv("it ends with this call of {0}()", By), placeOf(End)});
  R(std::move(Found));
}

void InFunction::check(const CallBase &Call) {
  KernelPointerUses Pointer(Call);
  if (Pointer.escapes())
    return;
  if (!Order)
    Order.emplace(const_cast<Function &>(F));
  // The verifier goes both ways at a test of the pointer.
  auto Judge = [&](const PathTest &Each) {
    return Pointer.isNullIf(*Each.Condition) ? Passes::Surely : Passes::IfOpen;
  };
  for (const CallBase *End : pointerEnds(Pointer, *Order)) {
    auto Visit = [&](const Instruction &I, int &) {
      return &I == &Call ? Step::Stop : is_contained(Pointer.uses(), &I) ? Step::Found : Step::On;
    };
    // A dynptr may end before the slice is made.
    if (!isPotentiallyReachable(&Call, End, nullptr, &*Order))
      continue;
    if (const Instruction *Use = Paths.follow(*End, {&Call, Judge}, Visit))
      return report(*Use, *End, Call, is_contained(Pointer.releases(), Use));
  }
}

void InFunction::check(const StackObject &Object) {
  auto Judge = [](const PathTest &) { return Passes::IfOpen; };
  auto Visit = [&](const Instruction &I, int &) {
    const auto *Call = dyn_cast<CallBase>(&I);
    if (!Call || is_contained(Object.makers(), Call))
      return Call ? Step::Stop : Step::On;
    return is_contained(Object.uses(), Call) || is_contained(Object.ends(), Call) ? Step::Found : Step::On;
  };
  for (const CallBase *End : Object.ends())
    if (const Instruction *Use = Paths.follow(*End, {nullptr, Judge}, Visit))
      return report(*Use, *End, Object.variable(), is_contained(Object.ends(), cast<CallBase>(Use)));
  // Without a maker none of its calls is good; the first that the kernel comes to is.
  if (!Object.makers().empty())
    return;
  for (const auto &Calls : {Object.uses(), Object.ends()})
    for (const CallBase *Each : Calls)
      if (Paths.to(*Each, {nullptr, Judge})) {
        Finding Found = findingAt(*Each, Check::UseAfterRelease, Severity::Rejected,
                                  formatv("{0} is used, but no function of the kernel has made it",
                                          nameOf(Object.variable(), "this object")));
        return R(std::move(Found));
      }
}

void InFunction::run() {
  for (const Instruction &I : instructions(F)) {
    if (const auto *Variable = dyn_cast<AllocaInst>(&I))
      if (StackObject Object(*Variable); Object.isKnown())
        check(Object);
    const auto *Call = dyn_cast<CallBase>(&I);
    if (Call && Call->getType()->isPointerTy() && !Call->use_empty() && kernelCall(*Call))
      check(*Call);
  }
}

void checkUseAfterRelease(const Module &M, const Target &T, Report R) {
  CertainPaths Paths(M);
  for (const Function &F : M)
    InFunction(F, Paths, R).run();
}

} // namespace bpf
