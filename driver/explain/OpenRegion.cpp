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
  StringRef Meaning; ///< while it is open
};

} // namespace

static constexpr Region Regions[] = {
    {"bpf_spin_lock", "bpf_spin_lock", "bpf_spin_unlock", "the lock is held"},
    {"holding a lock", "bpf_spin_lock", "bpf_spin_unlock", "the lock is held"},
    {"bpf_res_spin_lock", "bpf_res_spin_lock", "bpf_res_spin_unlock", "the lock is held"},
    {"bpf_rcu_read_lock", "bpf_rcu_read_lock", "bpf_rcu_read_unlock", "the RCU read section is open"},
    {"different lock", "bpf_spin_lock", "bpf_spin_unlock", "the lock is held"},
    {"rcu_read_lock", "bpf_rcu_read_lock", "bpf_rcu_read_unlock", "the RCU read section is open"},
    {"bpf_preempt_disable", "bpf_preempt_disable", "bpf_preempt_enable", "preemption is disabled"},
    {"bpf_local_irq_save", "bpf_local_irq_save", "bpf_local_irq_restore", "interrupts are disabled"},
};

static const Region *regionIn(StringRef Words) {
  bool IsOfRegion = Words.contains("-ed region") || Words.contains("holding a lock") || Words.contains("is missing") ||
                    Words.contains("of different lock");
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

std::optional<Explanation> explainOpenRegion(const Evidence &Seen) {
  std::string Words = Seen.Why.Last.Text;
  const Region *Open = regionIn(Words);
  std::optional<size_t> Last = Seen.last();
  if (!Open || !Last)
    return std::nullopt;
  std::optional<size_t> Opened = openingCall(Seen, *Open, *Last);
  unsigned Line = Opened ? Seen.lineOf(*Opened).Where.Line : 0;
  std::string Since = Line ? formatv("since line {0} and still ", Line).str() : "still ";
  bool IsExit = Seen.step(*Last).Code.Kind == LoggedInstruction::Exit;
  Explanation Result;
  if (StringRef(Words).contains("of different lock")) {
    Result.Headline = formatv("{0} unlocks another lock than the one that is held{1}", Seen.calleeName(*Last),
                              Line ? formatv(" since line {0}", Line).str() : "");
    if (Opened)
      Result.Chain.push_back(Seen.note("this lock is held", *Opened));
    Result.Remedy =
        "unlock the lock that was locked, in the same element: keep the pointer, and do not look the element up again";
    return Result;
  }
  if (IsExit) {
    ReturnPlace Leaves = returnPlace(Seen, *Last);
    Result.Where = Leaves.Where;
    Result.Headline = formatv("{0} {1}{2}", Open->Meaning, Since,
                              Leaves.words(Seen, Opened ? lastBranch(Seen, *Opened, *Last) : std::nullopt));
  } else {
    Result.Headline = formatv("{0} is called while {1}{2}, which the kernel does not permit", Seen.calleeName(*Last),
                              Open->Meaning, Line ? formatv(" (since line {0})", Line).str() : "");
  }
  if (Opened)
    Result.Chain.push_back(Seen.note(formatv("{0}() begins it here", Open->Opener), *Opened));
  if (std::optional<size_t> Branch = Opened ? lastBranch(Seen, *Opened, *Last) : std::nullopt; Branch && IsExit)
    Result.Chain.push_back(Seen.note("the path that does not end it goes through this branch", *Branch));
  Result.Remedy = IsExit ? formatv("call {0}() on this path, too, before it returns", Open->Closer).str()
                         : formatv("call it before {0}(), or after {1}()", Open->Opener, Open->Closer).str();
  return Result;
}

} // namespace bpf
