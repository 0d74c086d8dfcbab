// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// What a program acquires, it has to give back on each path, and a lock or region that it begins it has to end:
// check_reference_leak() in kernel/bpf/verifier.c (-Wbpf-unreleased). Reported is a path that leaves the program
// without it, and that the verifier surely follows.
#include "passes/RunChecks.h"
#include "passes/analysis/CertainPath.h"
#include "passes/analysis/KernelCall.h"
#include "passes/analysis/KernelPointerUses.h"
#include "passes/analysis/Location.h"
#include "passes/analysis/ValueName.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/IR/InstIterator.h"
#include "llvm/IR/Instructions.h"
#include "llvm/IR/Module.h"
#include "llvm/Support/FormatVariadic.h"

using namespace llvm;

namespace bpf {

namespace {

/// A call that begins something, and the one that ends it.
struct Region {
  StringLiteral Begin, End;
};

} // namespace

static constexpr Region Regions[] = {
    {"bpf_spin_lock", "bpf_spin_unlock"},
    {"bpf_rcu_read_lock", "bpf_rcu_read_unlock"},
    {"bpf_preempt_disable", "bpf_preempt_enable"},
};

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

static Finding found(const Instruction &Left, const CallBase &Begin, std::string Message, std::string Remedy) {
  Finding Found = findingAt(Left, Check::Unreleased, Severity::Rejected, std::move(Message));
  Found.Notes.push_back({formatv("{0}() is called here", kernelCall(Begin)->Name), placeOf(Begin)});
  Found.Notes.push_back({std::move(Remedy), {}});
  return Found;
}

static void checkReference(const CallBase &Call, ResultKind Kind, CertainPaths &Paths, Report R) {
  KernelPointerUses Pointer(Call);
  if (Pointer.escapes() || Pointer.isReturned())
    return;
  auto Judge = [&](const PathTest &Each) {
    std::optional<bool> IsNullIf = Pointer.isNullIf(*Each.Condition);
    if (!IsNullIf)
      return Passes::IfOpen;
    return Each.Truth == *IsNullIf ? Passes::Never : Passes::Surely;
  };
  auto Ends = [&](const Instruction &I) {
    const auto *Release = dyn_cast<CallBase>(&I);
    return Release && is_contained(Pointer.releases(), Release);
  };
  const Instruction *Left = Paths.leaving(Call, {&Call, Judge}, Ends);
  if (!Left)
    return;
  std::string Name = valueName(Call);
  R(found(*Left, Call, formatv("{0} is not released on a path that ends here", Name.empty() ? "this pointer" : Name),
          formatv("call {0} before each return", releaseOf(Kind))));
}

static void checkRegion(const CallBase &Call, const Region &Kind, CertainPaths &Paths, Report R) {
  auto Ends = [&](const Instruction &I) {
    const auto *Other = dyn_cast<CallBase>(&I);
    if (!Other || isa<IntrinsicInst>(Other))
      return false;
    // What is not known may end it.
    std::optional<KernelCall> Called = kernelCall(*Other);
    return !Called || Called->Name == Kind.End;
  };
  auto Judge = [](const PathTest &) { return Passes::IfOpen; };
  if (const Instruction *Left = Paths.leaving(Call, {nullptr, Judge}, Ends))
    R(found(*Left, Call, formatv("a path that ends here has called {0}(), and not {1}()", Kind.Begin, Kind.End),
            formatv("call {0}() before each return", Kind.End)));
}

void checkUnreleased(const Module &M, const Target &T, Report R) {
  CertainPaths Paths(M);
  for (const Function &F : M) {
    // A function that is verified at its calls may leave it to its caller.
    if (F.isDeclaration() || (!isProgram(F) && isVerifiedAtCalls(F)))
      continue;
    for (const Instruction &I : instructions(F)) {
      const auto *Call = dyn_cast<CallBase>(&I);
      std::optional<KernelCall> Called = Call ? kernelCall(*Call) : std::nullopt;
      if (!Called)
        continue;
      if (Called->Result.IsAcquired && Call->getType()->isPointerTy())
        checkReference(*Call, Called->Result.Kind, Paths, R);
      if (const Region *Kind = find_if(Regions, [&](const Region &Each) { return Each.Begin == Called->Name; });
          Kind != std::end(Regions))
        checkRegion(*Call, *Kind, Paths, R);
    }
  }
}

} // namespace bpf
