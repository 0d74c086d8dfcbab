// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Asks the pragmas at each place of the chain, from where the Finding is outwards.
#include "driver/diagnostics/Judge.h"

namespace bpf {

Choice Judge::pragmaFor(const Finding &F) const {
  if (!Regions || Regions->empty())
    return Choice::Default;
  auto At = [&](const Place &Where) { return Regions->at(F.Kind, Index.parsedAt(Where), Index.sources()); };
  Choice Nearest = At(F.Where);
  for (const Place &Call : F.InlinedAt) {
    Choice There = At(Call);
    if (There == Choice::Off || Nearest == Choice::Default)
      Nearest = There;
  }
  return Nearest;
}

Level Judge::of(const Finding &F) const { return Warnings.of(F.Kind, F.Sev, pragmaFor(F)); }

bool Judge::mayShow(Check C) const {
  return (Regions && !Regions->empty()) || Warnings.of(C, Severity::Rejected) != Level::Off ||
         Warnings.of(C, Severity::Unlinked) != Level::Off || Warnings.of(C, Severity::Unset) != Level::Off ||
         Warnings.of(C, Severity::Fragile) != Level::Off || Warnings.of(C, Severity::Advice) != Level::Off;
}

bool Judge::promoted(const Finding &F) const {
  return pragmaFor(F) == Choice::Default && Warnings.promoted(F.Kind, F.Sev);
}

} // namespace bpf
