// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// From the releases that accept something to the text about them.
#include "passes/target/Answer.h"

namespace bpf {

static Answer::Kind kindOf(Releases Accepting, KernelVersion Oldest, KernelVersion Newest) {
  if (Accepting.isEmpty() || Accepting.Until <= Oldest || Newest < Accepting.Since)
    return Answer::RejectedByAll;
  return Accepting.Since <= Oldest && Newest < Accepting.Until ? Answer::Accepted : Answer::RejectedBySome;
}

Answer::Answer(Releases Accepting, KernelVersion Oldest, KernelVersion Newest, bool EachCounts)
    : Accepting(Accepting), Oldest(Oldest), Newest(Newest), Result(kindOf(Accepting, Oldest, Newest)),
      EachCounts(EachCounts) {}

std::string Answer::rejecting() const {
  if (Accepting.isEmpty())
    return "of all releases";
  if (Accepting.Until <= Newest)
    return "from " + Accepting.Until.text() + " on";
  return "before " + Accepting.Since.text();
}

} // namespace bpf
