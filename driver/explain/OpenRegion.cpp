// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A lock, an RCU section, or a region without preemption or interrupts that is open where it must not be.
#include "driver/explain/Explainers.h"
#include "driver/explain/ReturnPlace.h"
#include "llvm/Support/FormatVariadic.h"

using namespace llvm;

namespace bpf {

namespace {

struct Region {
  StringRef Words; ///< in the verifier's message
  StringRef Opener, Closer;
  StringRef Begun, Open; ///< "the lock taken" in line 18 "is still held"
  StringRef Meaning;     ///< of the open region
};

} // namespace

static constexpr StringRef Held = "is still held", Locked = "a lock is held", InRcu = "an RCU read section is open";

static constexpr Region Regions[] = {
    {"bpf_spin_lock", "bpf_spin_lock", "bpf_spin_unlock", "the lock taken", Held, Locked},
    {"with a lock held", "bpf_spin_lock", "bpf_spin_unlock", "the lock taken", Held, Locked},
    {"holding a lock", "bpf_spin_lock", "bpf_spin_unlock", "the lock taken", Held, Locked},
    {"different lock", "bpf_spin_lock", "bpf_spin_unlock", "the lock taken", Held, Locked},
    {"bpf_res_spin_lock", "bpf_res_spin_lock", "bpf_res_spin_unlock", "the lock taken", Held, Locked},
    {"rcu_read_lock", "bpf_rcu_read_lock", "bpf_rcu_read_unlock", "the RCU read section begun", "is still open", InRcu},
    {"bpf_preempt_disable", "bpf_preempt_disable", "bpf_preempt_enable", "preemption, disabled", "is still disabled",
     "preemption is disabled"},
    {"bpf_local_irq_save", "bpf_local_irq_save", "bpf_local_irq_restore", "interrupts, disabled", "are still disabled",
     "interrupts are disabled"},
};

static const Region *regionIn(StringRef Words) {
  bool IsOfRegion = Words.contains("-ed region") || Words.contains("holding a lock") || Words.contains("is missing") ||
                    Words.contains("of different lock") || Words.contains("global functions are not allowed with");
  for (const Region &Each : Regions)
    if (IsOfRegion && Words.contains(Each.Words))
      return &Each;
  return nullptr;
}

/// The call that opened the region that is still open.
static std::optional<size_t> openingCall(const Evidence &Seen, const Region &Of, size_t Last) {
  unsigned Closed = 0;
  for (size_t At = Last; At-- != 0;) {
    const LoggedInstruction &Code = Seen.step(At).Code;
    if (Code.Kind != LoggedInstruction::Call)
      continue;
    if (Code.Callee == Of.Closer)
      ++Closed;
    else if (Code.Callee.starts_with(Of.Opener) && Closed-- == 0)
      return At;
  }
  return std::nullopt;
}

/// Another lock is released than the one that is held.
static Explanation differentLock(const Evidence &Seen, std::optional<size_t> Opened, size_t Last) {
  Explanation Result;
  unsigned Line = Opened ? Seen.lineOf(*Opened).Where.Line : 0;
  Result.Headline = formatv("{0} unlocks another lock than the one taken{1}", Seen.calleeName(Last),
                            Line ? formatv(" in line {0}", Line).str() : "");
  if (Opened)
    Result.Chain.push_back(Seen.note("this lock is held", *Opened));
  Result.Remedy = "unlock the same element that was locked: keep the pointer, and do not look the element up again";
  return Result;
}

static Explanation openAtExit(const Evidence &Seen, const Region &Open, std::optional<size_t> Opened, size_t Last) {
  Explanation Result;
  ReturnPlace Leaves = returnPlace(Seen, Last);
  std::optional<size_t> Branch = Opened ? lastBranch(Seen, *Opened, Last) : std::nullopt;
  unsigned Line = Opened ? Seen.lineOf(*Opened).Where.Line : 0;
  Result.Where = Leaves.Where;
  Result.Headline = formatv("{0}{1} {2} {3}", Open.Begun, Line ? formatv(" in line {0}", Line).str() : " before",
                            Open.Open, Leaves.words(Seen, Branch));
  if (Opened)
    Result.Chain.push_back(Seen.note(formatv("{0}() is called here", Open.Opener), *Opened));
  if (Branch)
    Result.Chain.push_back(Seen.note(formatv("the path without {0}() takes this branch", Open.Closer), *Branch));
  Result.Remedy = formatv("also call {0}() on this path before it returns", Open.Closer);
  return Result;
}

static Explanation calledWithin(const Evidence &Seen, const Region &Open, std::optional<size_t> Opened, size_t Last) {
  Explanation Result;
  Result.Headline = formatv("{0} cannot be called while {1}", Seen.calleeName(Last), Open.Meaning);
  if (Opened)
    Result.Chain.push_back(Seen.note(formatv("{0}() is called here", Open.Opener), *Opened));
  Result.Remedy = formatv("call it before {0}(), or after {1}()", Open.Opener, Open.Closer);
  if (Seen.step(Last).Code.isLocalCall()) {
    Result.Headline = formatv("a function that is not static cannot be called while {0}", Open.Meaning);
    Result.Remedy = "make the function static, or " + Result.Remedy;
  }
  return Result;
}

std::optional<Explanation> explainOpenRegion(const Evidence &Seen) {
  const Region *Open = regionIn(Seen.Why.Last.Text);
  // "global functions are not allowed with a lock held,", and in a line of its own "use static function instead"
  if (!Open && StringRef(Seen.Why.Last.Text).contains("use static function instead") && !Seen.Why.Before.empty())
    Open = regionIn(Seen.Why.Before.back().Text);
  std::optional<size_t> Last = Seen.last();
  if (!Open || !Last)
    return std::nullopt;
  std::optional<size_t> Opened = openingCall(Seen, *Open, *Last);
  if (StringRef(Seen.Why.Last.Text).contains("of different lock"))
    return differentLock(Seen, Opened, *Last);
  bool IsExit = Seen.step(*Last).Code.Kind == LoggedInstruction::Exit;
  return (IsExit ? openAtExit : calledWithin)(Seen, *Open, Opened, *Last);
}

} // namespace bpf
