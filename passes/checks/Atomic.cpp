// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The instruction set has some atomic operations, on 32 and 64 bits, and no fence (-Wbpf-atomic). LLVM's BPF back end
// ends the process where it meets another, whether a program reaches it or not, and knows below v3 some of v3's; what
// an older kernel does not have it writes anyway, and that is rejected at load time.
#include "passes/RunChecks.h"
#include "passes/analysis/Location.h"
#include "passes/analysis/Reach.h"
#include "llvm/IR/InstIterator.h"
#include "llvm/IR/Instructions.h"
#include "llvm/IR/Module.h"
#include "llvm/Support/FormatVariadic.h"

using namespace llvm;

namespace bpf {

namespace {
/// What does not accept an atomic instruction.
enum class RejectedBy {
  Nobody, ///< it loads on the named kernel, and is more than the named instruction set has
  LLVM,   ///< there is no object then
  Kernel, ///< looks at every instruction of a program before it follows the first (resolve_pseudo_ldimm64)
  Path,   ///< the kernel too, but only on a path that it follows
};

/// What is wrong with an atomic instruction; nothing is, where Message is empty.
struct Problem {
  std::string Message;
  std::string Remedy;
  RejectedBy Whom = RejectedBy::LLVM;
};
} // namespace

static Problem widthProblem(const Type *T, const DataLayout &Layout) {
  uint64_t Bits = Layout.getTypeSizeInBits(const_cast<Type *>(T)).getFixedValue();
  if (T->isFloatingPointTy())
    return {"BPF has no atomic operation on floating-point numbers", "use an integer"};
  if (Bits == 32 || Bits == 64)
    return {};
  return {formatv("BPF has no {0}-bit atomic operations, only 32-bit and 64-bit ones", Bits),
          "make the variable an int or a long"};
}

/// Atomics beyond the plain addition came with one kernel release, and are for LLVM a part of v3.
static Problem needsFetch(StringRef What, RejectedBy BelowV3, const Target &T) {
  bool HasSet = T.cpu() >= Cpu::V3;
  if (!T.has(Feature::AtomicFetch))
    return {formatv("{0} needs Linux {1}; the object is for {2}", What, T.since(Feature::AtomicFetch).text(),
                    T.kernel().text()),
            "all kernels accept an atomic addition whose result is unused",
            !HasSet && BelowV3 == RejectedBy::LLVM ? RejectedBy::LLVM : RejectedBy::Kernel};
  if (HasSet)
    return {};
  return {formatv("{0} {1} instruction set v3; the object is for {2}", What,
                  BelowV3 == RejectedBy::LLVM ? "needs" : "is of", name(T.cpu())),
          formatv("Linux {0} and later have it: use -mcpu=v3", T.since(Feature::AtomicFetch).text()), BelowV3};
}

/// What LLVM does below v3 with an operation that is not the plain addition.
static RejectedBy belowV3(const Type *T, const DataLayout &Layout) {
  return Layout.getTypeSizeInBits(const_cast<Type *>(T)).getFixedValue() == 64 ? RejectedBy::Nobody : RejectedBy::LLVM;
}

static Problem problemOf(const AtomicRMWInst &I, const Target &T) {
  if (Problem P = widthProblem(I.getType(), I.getDataLayout()); !P.Message.empty())
    return P;
  switch (I.getOperation()) {
  case AtomicRMWInst::Add:
    // Without a use it is the one form that every kernel has (see transform/AtomicForm).
    return I.use_empty() ? Problem() : needsFetch("an atomic addition that returns a value", RejectedBy::LLVM, T);
  case AtomicRMWInst::Sub:
  case AtomicRMWInst::And:
  case AtomicRMWInst::Or:
  case AtomicRMWInst::Xor:
  case AtomicRMWInst::Xchg:
    return needsFetch(formatv("the atomic '{0}'", AtomicRMWInst::getOperationName(I.getOperation())).str(),
                      belowV3(I.getType(), I.getDataLayout()), T);
  default:
    return {formatv("BPF has no atomic '{0}'", AtomicRMWInst::getOperationName(I.getOperation())),
            "BPF has add, sub, and, or, xor, exchange and compare-and-exchange"};
  }
}

static Problem problemOf(const AtomicCmpXchgInst &I, const Target &T) {
  if (Problem P = widthProblem(I.getNewValOperand()->getType(), I.getDataLayout()); !P.Message.empty())
    return P;
  return needsFetch("compare-and-exchange", belowV3(I.getNewValOperand()->getType(), I.getDataLayout()), T);
}

/// An atomic load or store: v4 has acquire and release, which kernels took up later; nothing has sequential order.
static Problem accessProblem(StringRef What, AtomicOrdering Ordering, const Target &T) {
  if (Ordering == AtomicOrdering::SequentiallyConsistent)
    return {formatv("BPF has no sequentially consistent {0}", What),
            What == "load" ? "use __ATOMIC_ACQUIRE, or a volatile access"
                           : "use __ATOMIC_RELEASE, or a volatile access"};
  if (T.cpu() < Cpu::V4)
    return {formatv("an atomic {0} needs instruction set v4; the object is for {1}", What, name(T.cpu())),
            "an aligned volatile access is one access on every machine"};
  if (isStrongerThanMonotonic(Ordering) && !T.has(Feature::LoadAcquire))
    return {formatv("a {0} that orders memory needs Linux {1}; the object is for {2}", What,
                    T.since(Feature::LoadAcquire).text(), T.kernel().text()),
            "use __ATOMIC_RELAXED, or a volatile access", RejectedBy::Path};
  return {};
}

static Problem problemOf(const Instruction &I, const Target &T) {
  if (const auto *Operation = dyn_cast<AtomicRMWInst>(&I))
    return problemOf(*Operation, T);
  if (const auto *Exchange = dyn_cast<AtomicCmpXchgInst>(&I))
    return problemOf(*Exchange, T);
  if (const auto *Load = dyn_cast<LoadInst>(&I); Load && Load->isAtomic())
    return accessProblem("load", Load->getOrdering(), T);
  if (const auto *Store = dyn_cast<StoreInst>(&I); Store && Store->isAtomic())
    return accessProblem("store", Store->getOrdering(), T);
  if (const auto *Fence = dyn_cast<FenceInst>(&I); Fence && Fence->getSyncScopeID() != SyncScope::SingleThread)
    return {"BPF has no memory fence",
            "order the accesses themselves (__ATOMIC_ACQUIRE, __ATOMIC_RELEASE); for the compiler "
            "alone use asm volatile(\"\" ::: \"memory\")"};
  return {};
}

void checkAtomic(const Module &M, const Target &T, Report R) {
  std::optional<Reach> Looked;
  for (const Function &F : M)
    for (const Instruction &I : instructions(F)) {
      Problem P = problemOf(I, T);
      if (P.Message.empty())
        continue;
      if (!Looked)
        Looked.emplace(M);
      Reached Here = Looked->of(I);
      if (P.Whom != RejectedBy::LLVM && Here == Reached::Never)
        continue;
      bool MayLoad = P.Whom == RejectedBy::Nobody || (P.Whom == RejectedBy::Path && Here == Reached::Maybe);
      Severity Sev = MayLoad ? Severity::Fragile : Severity::Rejected;
      Finding Found = findingAt(I, Check::Atomic, Sev, std::move(P.Message));
      Found.Notes.push_back({std::move(P.Remedy), {}});
      R(std::move(Found));
    }
}

} // namespace bpf
