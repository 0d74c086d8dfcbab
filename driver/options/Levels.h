// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The level of a Finding: -W[no-]bpf-*, -W[no-]error=bpf-*, -Wbpf, and clang's -Werror and -w, in the order given.
// bpfcc resolves these itself, because clang's warning groups are a closed list.
#ifndef BPFTOOLCHAIN_DRIVER_OPTIONS_LEVELS_H
#define BPFTOOLCHAIN_DRIVER_OPTIONS_LEVELS_H

#include "passes/Check.h"
#include <vector>

namespace bpf {

enum class Level { Off, Warning, Error };

/// The user's choice for a check, by an option or a pragma.
enum class Choice { Default, Off, Warning, Error };

class Levels {
public:
  /// True if what follows -W in one argument is only about our checks.
  static bool speaksOfChecks(llvm::StringRef Warning);

  /// Reads what follows -W in one argument. \returns true if it is only about our checks, so that clang must not
  /// see it; an unknown check is kept for unknown().
  bool read(llvm::StringRef Warning);

  /// Reads clang's -w.
  void suppressWarnings() { NoWarnings = true; }

  /// The default for what only a link can complete: off for one source of a link, which checks it itself.
  void setUnlinked(Level L) { OfUnlinked = L; }

  /// \param Here the choice of a pragma, which overrides the options.
  Level of(Check C, Severity Sev, Choice Here = Choice::Default) const;

  /// What a warning becomes that belongs to no check.
  Level ofWarning() const;

  /// True where -Werror, not the Finding itself, makes it an error.
  bool promoted(Check C, Severity Sev) const;

  /// The arguments that named a check there is not, as written, each with the nearest name there is (or empty).
  struct Unknown {
    std::string Argument;
    std::string Nearest;
  };
  const std::vector<Unknown> &unknown() const { return UnknownNames; }

private:
  void set(llvm::StringRef Name, llvm::StringRef Argument, Choice Wanted);

  std::vector<Choice> Choices = std::vector<Choice>(checks().size(), Choice::Default);
  Level OfUnlinked = Level::Warning;
  bool AllErrors = false;
  bool NoWarnings = false;
  std::vector<Unknown> UnknownNames;
};

} // namespace bpf

#endif
