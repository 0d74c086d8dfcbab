// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A record, a socket or another object of the kernel's is gone when the program has given it back: release_reference()
// in kernel/bpf/verifier.c makes numbers of all pointers to it (-Wbpf-use-after-release). Reported is a use that comes
// after the release on every path, and that the verifier surely gets to.
#include "passes/RunChecks.h"
#include "passes/analysis/CertainPath.h"
#include "passes/analysis/KernelCall.h"
#include "passes/analysis/KernelPointerUses.h"
#include "passes/analysis/Location.h"
#include "passes/analysis/ValueName.h"
#include "llvm/ADT/STLExtras.h"
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
  void check(const KernelPointerUses &Pointer);
  void report(const Instruction &Use, const CallBase &Release, const KernelPointerUses &Pointer);

  const Function &F;
  CertainPaths &Paths;
  Report R;
  std::optional<DominatorTree> Order; ///< made at the first release
};

} // namespace

/// True for a call after which the pointer leads nowhere. Of an object of the program's own it does, if that is in a
/// list, a tree or a map then.
static bool ends(const CallBase &Release, const Value &Pointer) {
  using enum ArgumentKind;
  std::optional<KernelCall> Called = kernelCall(Release);
  return Called->Name != "bpf_kptr_xchg" && any_of(enumerate(Release.args()), [&](const auto &Each) {
           ArgumentRule Rule = Called->argument(Each.index());
           return Rule.IsReleased && Each.value() == &Pointer && is_contained({Record, Socket, Struct}, Rule.Kind);
         });
}

static bool releases(const KernelPointerUses &Pointer, const Instruction &I) {
  const auto *Call = dyn_cast<CallBase>(&I);
  return Call && is_contained(Pointer.releases(), Call);
}

void InFunction::report(const Instruction &Use, const CallBase &Release, const KernelPointerUses &Pointer) {
  std::string Name = valueName(Pointer.call());
  std::string By = kernelCall(Release)->Name;
  Finding Found = findingAt(Use, Check::UseAfterRelease, Severity::Rejected,
                            formatv("{0} is {1} after {2}()", Name.empty() ? "this pointer" : Name,
                                    releases(Pointer, Use) ? "released again" : "used", By));
  Found.Notes.push_back({formatv("{0}() releases it here", By), placeOf(Release)});
  R(std::move(Found));
}

void InFunction::check(const KernelPointerUses &Pointer) {
  // The verifier goes both ways at a test of the pointer.
  auto Judge = [&](const PathTest &Each) {
    return Pointer.isNullIf(*Each.Condition) ? Passes::Surely : Passes::IfOpen;
  };
  for (const CallBase *Release : Pointer.releases()) {
    if (!ends(*Release, Pointer.call()))
      continue;
    if (!Order)
      Order.emplace(const_cast<Function &>(F));
    const Instruction *First = nullptr;
    for (const Instruction *Use : Pointer.uses())
      if (Use != Release && Order->dominates(Release, Use) && (!First || Order->dominates(Use, First)) &&
          Paths.to(*Use, {&Pointer.call(), Judge}))
        First = Use;
    if (First)
      return report(*First, *Release, Pointer);
  }
}

void InFunction::run() {
  for (const Instruction &I : instructions(F))
    if (const auto *Call = dyn_cast<CallBase>(&I); Call && Call->getType()->isPointerTy())
      if (std::optional<KernelCall> Called = kernelCall(*Call); Called && Called->Result.IsAcquired)
        check(KernelPointerUses(*Call));
}

void checkUseAfterRelease(const Module &M, const Target &T, Report R) {
  CertainPaths Paths(M);
  for (const Function &F : M)
    InFunction(F, Paths, R).run();
}

} // namespace bpf
