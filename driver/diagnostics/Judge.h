// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Decides what becomes of a Finding: the command line, and the pragmas around its place or around a call that brought
// it there. The one answer for showing it and for stopping at it.
#ifndef BPFTOOLCHAIN_DRIVER_DIAGNOSTICS_JUDGE_H
#define BPFTOOLCHAIN_DRIVER_DIAGNOSTICS_JUDGE_H

#include "driver/diagnostics/Pragmas.h"
#include "driver/diagnostics/SourceIndex.h"
#include "driver/options/Levels.h"

namespace bpf {

class Judge {
public:
  /// \param Regions the pragmas of the source; null where the input has none, as IR.
  Judge(const Levels &Warnings, const Pragmas *Regions, const SourceIndex &Index)
      : Warnings(Warnings), Regions(Regions), Index(Index) {}

  Level of(const Finding &F) const;
  /// False where nothing that the check finds would be shown, wherever it is.
  bool mayShow(Check C) const;
  /// True where -Werror, not the Finding itself or a pragma, makes it an error.
  bool promoted(const Finding &F) const;

private:
  Choice pragmaFor(const Finding &F) const;

  const Levels &Warnings;
  const Pragmas *Regions;
  const SourceIndex &Index;
};

} // namespace bpf

#endif
