// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// ReturnRanges.def as arrays.
#include "passes/target/ReturnRange.h"
#include "passes/target/CallWords.h"
#include "passes/target/ProgramType.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/STLFunctionalExtras.h"

using namespace llvm;

namespace bpf {

using namespace call_words;

namespace {
struct RangeRow {
  StringRef Sections;
  ReturnRange Range;
  Releases When;
};
} // namespace

static constexpr RangeRow Rows[] = {
#define RETURN_RANGE(Sections, Least, Most, When) {Sections, {Least, Most}, When},
#include "passes/target/ReturnRanges.def"
};

// The words of the last column.
static constexpr bool Within = false, Later = true;

static constexpr CallbackRule Callbacks[] = {
#define ARGS(...) {__VA_ARGS__}
#define CALLBACK(Caller, Arguments, Least, Most, When) {Caller, ArgumentRules(Arguments), {Least, Most}, When},
#include "passes/target/ReturnRanges.def"
};

std::optional<ReturnRange> returnRange(const ProgramSection &Section, KernelVersion Release) {
  for (const RangeRow &Each : Rows)
    if (isAmong(Section, Each.Sections) && Each.When.contain(Release))
      return Each.Range;
  return std::nullopt;
}

/// The releases in which no row of the section rejects. Each section's rows follow each other without a gap, so that
/// what is rejected is one range.
static Releases accepting(const ProgramSection &Section, function_ref<bool(const ReturnRange &)> Rejects) {
  Releases Rejecting = Releases::none();
  for (const RangeRow &Each : Rows) {
    if (!isAmong(Section, Each.Sections) || !Rejects(Each.Range))
      continue;
    bool IsFirst = Rejecting.isEmpty();
    Rejecting = {IsFirst ? Each.When.Since : Rejecting.Since, Each.When.Until};
  }
  if (Rejecting.isEmpty())
    return Releases::all();
  return Rejecting.Since == KernelVersion() ? Releases{Rejecting.Until, Releases::Never}
                                            : Releases{{}, Rejecting.Since};
}

Releases acceptingReturn(const ProgramSection &Section, int64_t Value) {
  return accepting(Section, [&](const ReturnRange &Range) { return !Range.contains(Value); });
}

Releases acceptingAnyReturn(const ProgramSection &Section) {
  return accepting(Section, [](const ReturnRange &) { return true; });
}

const CallbackRule *findCallback(StringRef Caller) {
  const CallbackRule *Row = find_if(Callbacks, [&](const CallbackRule &Each) { return Each.Caller == Caller; });
  return Row == std::end(Callbacks) ? nullptr : Row;
}

} // namespace bpf
