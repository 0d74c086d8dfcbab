// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Runs the checks of one stage. A stage's form of the program is an ordinary C++ type, and a check that looks at
// several stages has one overload for each.
#ifndef BPFTOOLCHAIN_PASSES_RUNCHECKS_H
#define BPFTOOLCHAIN_PASSES_RUNCHECKS_H

#include "passes/Check.h"
#include "passes/target/Target.h"

namespace llvm {
class Module;
}

namespace bpf {

struct MachineFacts;

#define CHECK(Id, Name, Stages, Summary)                                                                               \
  void check##Id(const llvm::Module &, const Target &, Report);                                                        \
  void check##Id(const MachineFacts &, const Target &, Report);
#include "passes/Checks.def"

namespace detail {
template <bool Looks, typename Form, typename Function> void runIf(const Form &Program, Function Run) {
  if constexpr (Looks)
    Run(Program);
}
} // namespace detail

/// Runs the checks of stage S that are wanted on its form of the program, in the order of Checks.def.
template <Stage S, typename Form>
void runChecks(
    const Form &Program, const Target &T, Report R,
    llvm::function_ref<bool(Check)> IsWanted = [](Check) { return true; }) {
#define CHECK(Id, Name, Stages, Summary)                                                                               \
  detail::runIf<((Stages) & S) != 0>(Program, [&](const auto &P) {                                                     \
    if (IsWanted(Check::Id))                                                                                           \
      check##Id(P, T, R);                                                                                              \
  });
#include "passes/Checks.def"
}

} // namespace bpf

#endif
