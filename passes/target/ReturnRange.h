// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// What programs and callbacks may return: the rows of ReturnRanges.def.
#ifndef BPFTOOLCHAIN_PASSES_TARGET_RETURNRANGE_H
#define BPFTOOLCHAIN_PASSES_TARGET_RETURNRANGE_H

#include "passes/target/CallRule.h"
#include "passes/target/Releases.h"
#include "llvm/ADT/StringRef.h"
#include <optional>

namespace bpf {

struct ProgramSection;

struct ReturnRange {
  int64_t Least;
  int64_t Most;

  bool contains(int64_t Value) const { return Value >= Least && Value <= Most; }
};

/// What programs of the section may return in that release; nothing if any value is accepted, or the table has no row.
std::optional<ReturnRange> returnRange(const ProgramSection &Section, KernelVersion Release);

/// The releases that accept a program of the section which returns that value.
Releases acceptingReturn(const ProgramSection &Section, int64_t Value);
/// ... and one whose result has no bounds that the verifier knows.
Releases acceptingAnyReturn(const ProgramSection &Section);

/// The arguments of a callback that is passed to a helper or a kfunc, and what it may return.
struct CallbackRule {
  llvm::StringRef Caller; ///< the helper, without bpf_, or the kfunc
  ArgumentRules Arguments;
  ReturnRange Range;
  bool IsLater; ///< called when the program may be long gone, and not before the call returns
};

/// The rule for callbacks of that helper or kfunc; nothing for one without a callback argument.
const CallbackRule *findCallback(llvm::StringRef Caller);

} // namespace bpf

#endif
