// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// From a log of the verifier to an explanation in words of the source.
#ifndef BPFTOOLCHAIN_DRIVER_EXPLAIN_EXPLAIN_H
#define BPFTOOLCHAIN_DRIVER_EXPLAIN_EXPLAIN_H

#include "driver/explain/Evidence.h"
#include "llvm/ADT/ArrayRef.h"

namespace bpf {

/// \param Log the whole log that Why was read from; it lives during the call.
/// The headline is empty where neither the path nor Explanations.def has words for it.
Explanation explain(const RejectedProgram &Program, const Rejection &Why, llvm::StringRef Log);

/// One row of Explanations.def.
struct ExplanationRow {
  llvm::StringRef Words, Example, Headline, Remedy;
  Decider::KindOf DecidedBy;
};
llvm::ArrayRef<ExplanationRow> explanationRows();

} // namespace bpf

#endif
