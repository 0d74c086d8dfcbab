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

/// A function that does not return the pointer, and writes it nowhere, leaves it to no caller.
static void checkReference(const KernelPointerUses &Pointer, const Instruction &Begin, CertainPaths &Paths, Report R) {
  const CallBase &Call = Pointer.call();
  ResultKind Kind = kernelCall(Call)->Result.Kind;
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
  const Instruction *Left = Paths.follow(Begin, {&Call, Judge}, Visit);
  if (!Left)
    return;
  std::string Name = valueName(Call);
  R(found(*Left, Call, formatv("{0} is not released on a path that ends here", Name.empty() ? "this pointer" : Name),
          formatv("call {0} before each return", releaseOf(Kind))));
}

/// A call whose result has to be given back; null for another value.
static const CallBase *acquiringCall(const Value &V) {
  const auto *Call = dyn_cast<CallBase>(&V);
  std::optional<KernelCall> Called = Call ? kernelCall(*Call) : std::nullopt;
  return Called && Called->Result.IsAcquired && Call->getType()->isPointerTy() ? Call : nullptr;
}

/// True for a pointer that one of several calls returned, none of whose results goes elsewhere.
static bool isOneOfSeveral(const PHINode &Choice) {
  return Choice.getType()->isPointerTy() && all_of(Choice.incoming_values(), [](const Value *Each) {
           const CallBase *Call = acquiringCall(*Each);
           return Call && Call->hasOneUse();
         });
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
  for (const Function &F : M)
    for (const Instruction &I : instructions(F)) {
      if (const auto *Variable = dyn_cast<AllocaInst>(&I))
        checkObject(StackObject(*Variable), Paths, R);
      if (const CallBase *Call = acquiringCall(I))
        checkReference(KernelPointerUses(*Call, JoinedPointer::IsFollowed), *Call, Paths, R);
      if (const auto *Choice = dyn_cast<PHINode>(&I); Choice && isOneOfSeveral(*Choice))
        checkReference(KernelPointerUses(*Choice, *acquiringCall(*Choice->getIncomingValue(0))), I, Paths, R);
    }
  checkRegions(M, Paths, R);
}

} // namespace bpf
