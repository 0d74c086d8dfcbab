// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The return statement that a path leaves by. LLVM makes one exit of all of them, whose line is the closing bracket or
// another return; the value that is returned was set where the path turned to leave.
#ifndef BPFTOOLCHAIN_DRIVER_EXPLAIN_RETURNPLACE_H
#define BPFTOOLCHAIN_DRIVER_EXPLAIN_RETURNPLACE_H

#include "driver/explain/Evidence.h"

namespace bpf {

struct ReturnPlace {
  std::optional<Place> Where; ///< nothing where the exit's own place is the best
  unsigned Line = 0;          ///< 0 where it is not known
  bool IsReturn = false;      ///< the source has a return there, and not only the end of the function

  /// "on the path that returns in line 24"; where no return is known, by the branch that leads out: "on the path
  /// through the branch in line 22"
  std::string words(const Evidence &Seen, std::optional<size_t> Branch) const;
};

ReturnPlace returnPlace(const Evidence &Seen, size_t Exit);

/// The last branch of the program's own frame between two steps.
std::optional<size_t> lastBranch(const Evidence &Seen, size_t After, size_t Before);

} // namespace bpf

#endif
