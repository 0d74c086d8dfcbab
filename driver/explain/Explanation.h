// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// What bpfcc says of a rejection, in place of the verifier's words.
#ifndef BPFTOOLCHAIN_DRIVER_EXPLAIN_EXPLANATION_H
#define BPFTOOLCHAIN_DRIVER_EXPLAIN_EXPLANATION_H

#include "passes/Check.h"
#include <string>
#include <vector>

namespace bpf {

/// A declaration that decides, where no place on the path does.
struct Decider {
  enum KindOf { None, Section, Map, Function } Kind = None;
  std::string Name; ///< of the program, or of the map; of no meaning for the function that has the rejected instruction
};

struct Explanation {
  std::string Headline;       ///< what is wrong, in the user's names; without the program, which the reader knows
  std::optional<Place> Where; ///< a better place than that of the rejected instruction: the return that leaves
  std::vector<Note> Chain;    ///< how it came to that, oldest first
  std::string Remedy;         ///< what to do about it; may be empty
  Decider DecidedBy;
  std::string Variable; ///< what it is about: its declaration is shown where the chain has no other place; may be empty
};

} // namespace bpf

#endif
