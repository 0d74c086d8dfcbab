// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The uses of a value, and of addresses that are computed from it.
#include "passes/analysis/KernelPointerUses.h"
#include "passes/analysis/EmptyAssembly.h"
#include "passes/analysis/KernelCall.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/IR/Constants.h"
#include "llvm/IR/Instructions.h"
#include "llvm/IR/IntrinsicInst.h"
#include "llvm/IR/IntrinsicsBPF.h"

using namespace llvm;

namespace bpf {

KernelPointerUses::KernelPointerUses(const CallBase &Call, JoinedPointer Joined) : Call(Call), Joined(Joined) {
  followAll(Call);
}

KernelPointerUses::KernelPointerUses(const PHINode &Choice, const CallBase &Call)
    : Call(Call), Joined(JoinedPointer::Escapes) {
  followAll(Choice);
}

void KernelPointerUses::followAll(const Value &Pointer) {
  follow(Pointer, /*IsWhole=*/true);
  if (!Escapes)
    return;
  Uses.clear();
  Releases.clear();
}

std::optional<bool> KernelPointerUses::isNullIf(const Value &Condition) const {
  const auto *Test = dyn_cast<ICmpInst>(&Condition);
  if (!Test || !is_contained(Tests, Test))
    return std::nullopt;
  return Test->getPredicate() == ICmpInst::ICMP_EQ;
}

void KernelPointerUses::follow(const Value &Pointer, bool IsWhole) {
  for (const Use &Each : Pointer.uses())
    Escapes |= !use(Each, IsWhole);
}

/// True for a helper that returns its argument as another type of socket: is_ptr_cast_function().
static bool isCast(const KernelCall &Called) {
  static constexpr StringLiteral Names[] = {
      "bpf_tcp_sock",         "bpf_sk_fullsock",       "bpf_skc_to_tcp_sock",          "bpf_skc_to_tcp6_sock",
      "bpf_skc_to_udp6_sock", "bpf_skc_to_mptcp_sock", "bpf_skc_to_tcp_timewait_sock", "bpf_skc_to_tcp_request_sock"};
  return is_contained(Names, Called.Name);
}

/// The release of what a cast returned is one of its argument.
bool KernelPointerUses::cast(const CallBase &To) {
  KernelPointerUses Other(To, Joined);
  append_range(Releases, Other.releases());
  return !Other.escapes() && !Other.isReturned();
}

/// \returns false where the pointer goes to what is not followed.
bool KernelPointerUses::pass(const CallBase &To, const Use &Each, bool IsWhole) {
  if (const auto *Intrinsic = dyn_cast<IntrinsicInst>(&To)) {
    if (isa<MemIntrinsic>(Intrinsic))
      Uses.push_back(Intrinsic);
    else if (Intrinsic->getIntrinsicID() == Intrinsic::bpf_passthrough)
      follow(*Intrinsic, IsWhole);
    else
      return Intrinsic->isAssumeLikeIntrinsic();
    return true;
  }
  if (isEmptyAssembly(To)) {
    if (copiedBy(To))
      follow(To, IsWhole);
    return true;
  }
  std::optional<KernelCall> Called = kernelCall(To);
  if (!Called || !To.isArgOperand(&Each))
    return false;
  ArgumentRule Rule = Called->argument(To.getArgOperandNo(&Each));
  if (Rule.Kind == ArgumentKind::CallbackContext)
    return false;
  if (Called->rejectsNull(To.getArgOperandNo(&Each)))
    Uses.push_back(&To);
  if (Rule.IsReleased)
    Releases.push_back(&To);
  return !isCast(*Called) || cast(To);
}

/// \returns false where the pointer is joined with another one.
bool KernelPointerUses::join(const PHINode &With, bool IsWhole) {
  auto IsSame = [&](const Value *Each) {
    return Each == &Call || Each == &With || isa<ConstantPointerNull, UndefValue>(Each);
  };
  if (Joined == JoinedPointer::Escapes || !IsWhole || !all_of(With.incoming_values(), IsSame))
    return false;
  if (Joins.insert(&With).second)
    follow(With, IsWhole);
  return true;
}

/// \returns false where the pointer goes to what is not followed.
bool KernelPointerUses::use(const Use &Each, bool IsWhole) {
  const auto *I = dyn_cast<Instruction>(Each.getUser());
  if (!I)
    return false;
  if (const auto *Test = dyn_cast<ICmpInst>(I)) {
    bool IsNullTest =
        IsWhole && Test->isEquality() && isa<ConstantPointerNull>(Test->getOperand(1 - Each.getOperandNo()));
    if (IsNullTest)
      Tests.push_back(Test);
    return IsNullTest;
  }
  if (const auto *Store = dyn_cast<StoreInst>(I); Store && Each.getOperandNo() != Store->getPointerOperandIndex()) {
    auto Loads = readBack(*Store);
    for (const LoadInst *Load : Loads.value_or(SmallVector<const LoadInst *, 2>()))
      follow(*Load, IsWhole);
    return Loads.has_value();
  }
  if (isa<LoadInst, StoreInst>(I)) {
    Uses.push_back(I);
    return true;
  }
  if (isa<AtomicRMWInst, AtomicCmpXchgInst>(I)) {
    Uses.push_back(I);
    return Each.getOperandNo() == 0;
  }
  if (isa<GetElementPtrInst>(I) || isa<BitCastInst>(I)) {
    follow(*I, IsWhole && isa<BitCastInst>(I));
    return true;
  }
  if (const auto *To = dyn_cast<CallBase>(I))
    return pass(*To, Each, IsWhole);
  if (const auto *With = dyn_cast<PHINode>(I))
    return join(*With, IsWhole);
  // A select may be tested in its place.
  IsReturned |= isa<ReturnInst>(I);
  return isa<ReturnInst>(I);
}

} // namespace bpf
