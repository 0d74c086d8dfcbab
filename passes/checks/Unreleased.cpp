// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// What a program acquires, it has to give back on each path, and a lock or region that it begins it has to end:
// check_reference_leak() in kernel/bpf/verifier.c (-Wbpf-unreleased). Reported is a path that leaves the program
// without it, and that the verifier surely follows.
#include "passes/RunChecks.h"
#include "passes/analysis/CertainPath.h"
#include "passes/analysis/KernelCall.h"
#include "passes/analysis/KernelPointerUses.h"
#include "passes/analysis/Location.h"
#include "passes/analysis/StackObject.h"
#include "passes/analysis/ValueName.h"
#include "passes/checks/UnreleasedRegion.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/IR/InstIterator.h"
#include "llvm/IR/Instructions.h"
#include "llvm/IR/Module.h"
#include "llvm/Support/FormatVariadic.h"

using namespace llvm;

namespace bpf {

/// What gives an acquired object back.
static StringRef releaseOf(ResultKind Kind) {
  switch (Kind) {
  case ResultKind::Record:
    return "bpf_ringbuf_submit() or bpf_ringbuf_discard()";
  case ResultKind::Socket:
    return "bpf_sk_release()";
  case ResultKind::Object:
    return "bpf_obj_drop()";
  default:
    return "its release function";
  }
}

/// What ends a dynptr or an iterator that this call made.
static std::string endOf(const CallBase &Begin) {
  std::string Called = kernelCall(Begin)->Name;
  StringRef Name = Called;
  if (Name.consume_back("_new"))
    return (Name + "_destroy()").str();
  return Name == "bpf_ringbuf_reserve_dynptr" ? "bpf_ringbuf_submit_dynptr() or bpf_ringbuf_discard_dynptr()"
                                              : "its release function";
}

static Finding found(const Instruction &Left, const CallBase &Begin, std::string Message, std::string Remedy) {
  Finding Found = findingAt(Left, Check::Unreleased, Severity::Rejected, std::move(Message));
  Found.Notes.push_back({formatv("{0}() is called here", kernelCall(Begin)->Name), placeOf(Begin)});
  Found.Notes.push_back({std::move(Remedy), {}});
  return Found;
}

static void checkReference(const CallBase &Call, ResultKind Kind, CertainPaths &Paths, Report R) {
  KernelPointerUses Pointer(Call, JoinedPointer::IsFollowed);
  if (Pointer.escapes() || Pointer.isReturned())
    return;
  auto Judge = [&](const PathTest &Each) {
    std::optional<bool> IsNullIf = Pointer.isNullIf(*Each.Condition);
    if (!IsNullIf)
      return Passes::IfOpen;
    return Each.Truth == *IsNullIf ? Passes::Never : Passes::Surely;
  };
  auto Visit = [&](const Instruction &I, int &) {
    const auto *Release = dyn_cast<CallBase>(&I);
    bool IsReleased = Release && is_contained(Pointer.releases(), Release);
    return isa<ReturnInst>(I) ? Step::Found : IsReleased ? Step::Stop : Step::On;
  };
  const Instruction *Left = Paths.follow(Call, {&Call, Judge}, Visit);
  if (!Left)
    return;
  std::string Name = valueName(Call);
  R(found(*Left, Call, formatv("{0} is not released on a path that ends here", Name.empty() ? "this pointer" : Name),
          formatv("call {0} before each return", releaseOf(Kind))));
}

static void checkObject(const StackObject &Object, CertainPaths &Paths, Report R) {
  auto Judge = [](const PathTest &) { return Passes::IfOpen; };
  auto Visit = [&](const Instruction &I, int &) {
    const auto *Call = dyn_cast<CallBase>(&I);
    bool Stops = Call && (is_contained(Object.ends(), Call) || is_contained(Object.makers(), Call));
    return isa<ReturnInst>(I) ? Step::Found : Stops ? Step::Stop : Step::On;
  };
  // A clone ends with the other dynptr.
  if (Object.isCloned())
    return;
  for (const CallBase *Begin : Object.begins())
    if (const Instruction *Left = Paths.follow(*Begin, {nullptr, Judge}, Visit)) {
      std::string Name = valueName(Object.variable());
      return R(found(*Left, *Begin,
                     formatv("{0} is not released on a path that ends here", Name.empty() ? "this object" : Name),
                     formatv("call {0} before each return", endOf(*Begin))));
    }
}

void checkUnreleased(const Module &M, const Target &T, Report R) {
  CertainPaths Paths(M);
  for (const Function &F : M) {
    // A function that is verified at its calls may leave it to its caller.
    if (F.isDeclaration() || (!isProgram(F) && isVerifiedAtCalls(F) && !Paths.isCallback(F)))
      continue;
    for (const Instruction &I : instructions(F)) {
      if (const auto *Variable = dyn_cast<AllocaInst>(&I))
        checkObject(StackObject(*Variable), Paths, R);
      const auto *Call = dyn_cast<CallBase>(&I);
      std::optional<KernelCall> Called = Call ? kernelCall(*Call) : std::nullopt;
      if (Called && Called->Result.IsAcquired && Call->getType()->isPointerTy())
        checkReference(*Call, Called->Result.Kind, Paths, R);
    }
  }
  checkRegions(M, Paths, R);
}

} // namespace bpf
