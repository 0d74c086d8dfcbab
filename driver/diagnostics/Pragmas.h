// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// `#pragma clang diagnostic ignored "-Wbpf-padding"` and its like. clang's groups of warnings are a closed list, and
// its own handler calls ours unknown: this one replaces it, keeps what concerns our checks, and does for
// clang's warnings what that one did.
#ifndef BPFTOOLCHAIN_DRIVER_DIAGNOSTICS_PRAGMAS_H
#define BPFTOOLCHAIN_DRIVER_DIAGNOSTICS_PRAGMAS_H

#include "driver/options/Levels.h"
#include "clang/Basic/SourceLocation.h"

namespace clang {
class Preprocessor;
class SourceManager;
} // namespace clang

namespace bpf {

class Pragmas {
public:
  /// Begins to listen. Must outlive the preprocessor's work.
  void listen(clang::Preprocessor &Reader);

  /// The choice of the pragmas for a check at a place; Default if there is none.
  Choice at(Check C, clang::SourceLocation Where, const clang::SourceManager &Sources) const;

  bool empty() const { return Regions.empty(); }

  // What the handler calls, in the order of the source.
  void push();
  void pop(clang::SourceLocation Where);
  /// \returns false where the name is none of our checks' (a group of clang's, or unknown).
  bool set(llvm::StringRef Name, Choice Wanted, clang::SourceLocation Where);

private:
  using Choices = std::vector<Choice>;
  struct Region {
    clang::SourceLocation Begin;
    Choices Chosen;
  };
  std::vector<Region> Regions; ///< each holds until the next
  std::vector<Choices> Pushed;
  Choices Now = Choices(checks().size(), Choice::Default);
};

} // namespace bpf

#endif
