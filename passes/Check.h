// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// What a check is: a function that looks at one form of the program and reports Findings. It knows the Target and
// nothing else; whether a Finding is shown, and as what, is decided by who gave it the Report.
#ifndef BPFTOOLCHAIN_PASSES_CHECK_H
#define BPFTOOLCHAIN_PASSES_CHECK_H

#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/STLFunctionalExtras.h"
#include "llvm/ADT/StringRef.h"
#include <optional>
#include <string>
#include <vector>

namespace bpf {

enum class Check {
#define CHECK(Id, Name, Stages, Summary) Id,
#include "passes/Checks.def"
};

/// Where checks look; a check may look at several.
enum Stage : unsigned { Source = 1, IR = 2, Machine = 4 };

/// How bad it is on the target; the command line decides how it is reported.
enum class Severity {
  Rejected, ///< the target will not load it: an error by default
  Unlinked, ///< rejected unless another object of a link completes it: an error if the object is the final one
  Unset,    ///< rejected unless the program that loads it sets what is missing: a warning, also with -Werror
  Fragile,  ///< it loads, and is wrong or leaks: a warning
  Advice, ///< it loads and does what was meant, at a cost or with the help of the loader: a warning that -Werror alone
          ///< does not promote, because many Makefiles have -Werror
};

/// A place in the source, as text: it outlives the form of the program it was found in. Line 0: not known.
struct Place {
  std::string File; ///< as the debug information names it
  unsigned Line = 0;
  unsigned Column = 0;
  std::string Function;
};

struct Note {
  std::string Message;
  std::optional<Place> Where; ///< empty where it speaks of no other place than the Finding
};

/// A repair that needs no thought: text appended to the declarator of a variable, " = {}". The driver finds the
/// declarator; where there is none (a macro, IR as input) the Finding is shown without it.
struct Fix {
  std::string Variable;
  Place Declared; ///< debug information has no column here
  std::string Appended;
};

/// One thing that is wrong with the user's program. Messages are lower case, one line, without a full stop, with the
/// user's names in quotes (CONTRIBUTING.md, Style).
struct Finding {
  Check Kind;
  Severity Sev;
  Place Where;
  std::string Message;
  std::vector<Note> Notes;
  std::vector<Place> InlinedAt; ///< from the innermost call outwards
  std::optional<Fix> Repair = {};
};

/// Receives each Finding of a check.
using Report = llvm::function_ref<void(Finding)>;

/// The rows of Checks.def.
struct CheckRow {
  llvm::StringRef Name; ///< without bpf-
  unsigned Stages;
  llvm::StringRef Summary;
  llvm::StringRef Page; ///< <Id>.md, what --explain prints
};
llvm::ArrayRef<CheckRow> checks();
llvm::StringRef name(Check C);
/// The name of the check that is nearest to one there is not; empty where none is near.
llvm::StringRef nearestCheck(llvm::StringRef Name);
/// "IR, machine": where a check looks.
std::string stagesText(unsigned Stages);
/// The check of that name, with or without bpf- before it.
std::optional<Check> findCheck(llvm::StringRef Name);
/// What an option of that name sets: the check, and those that were a part of it in an earlier release. Empty for
/// another name.
std::vector<Check> checksNamed(llvm::StringRef Name);

} // namespace bpf

#endif
