// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Reads warning options and answers for each check.
#include "driver/options/Levels.h"
#include "llvm/ADT/Twine.h"

using namespace llvm;

namespace bpf {

void Levels::set(StringRef Name, StringRef Argument, Choice Wanted) {
  // As in clang, -Wfoo enables a warning and leaves it the error that -Werror=foo made it.
  auto Set = [&](Choice &Now) { Now = Wanted == Choice::Default && Now != Choice::Off ? Now : Wanted; };
  if (Name == "bpf") {
    for (Choice &Each : Choices)
      Set(Each);
    return;
  }
  Name.consume_front("bpf-");
  std::vector<Check> Named = checksNamed(Name);
  for (Check Each : Named)
    Set(Choices[unsigned(Each)]);
  if (!Named.empty())
    return;
  std::string Near = nearestCheck(Name).str();
  StringRef Before = Argument.drop_back(Name.size());
  UnknownNames.push_back({("-W" + Twine(Argument)).str(), Near.empty() ? Near : ("-W" + Twine(Before) + Near).str()});
}

/// Consumes what precedes the name. \returns the choice that it stands for.
static Choice consumeChoice(StringRef &Name) {
  if (Name.consume_front("error="))
    return Choice::Error;
  if (Name.consume_front("no-error="))
    return Choice::Warning;
  return Name.consume_front("no-") ? Choice::Off : Choice::Default;
}

static bool isOurs(StringRef Name) { return Name == "bpf" || Name.starts_with("bpf-"); }

bool Levels::speaksOfChecks(StringRef Warning) {
  consumeChoice(Warning);
  return isOurs(Warning);
}

bool Levels::read(StringRef Warning) {
  StringRef Name = Warning;
  if (Name == "error" || Name == "no-error") {
    AllErrors = Name == "error";
    return false;
  }
  Choice Wanted = consumeChoice(Name);
  if (!isOurs(Name))
    return false;
  set(Name, Warning, Wanted);
  return true;
}

Level Levels::ofWarning() const {
  if (NoWarnings)
    return Level::Off;
  return AllErrors ? Level::Error : Level::Warning;
}

Level Levels::of(Check C, Severity Sev, Choice Here) const {
  switch (Here == Choice::Default ? Choices[unsigned(C)] : Here) {
  case Choice::Off:
    return Level::Off;
  case Choice::Error:
    return Level::Error;
  case Choice::Warning:
    return NoWarnings ? Level::Off : Level::Warning;
  case Choice::Default:
    if (Sev == Severity::Unlinked && OfUnlinked != Level::Warning)
      return OfUnlinked;
    // Maybe nothing has to change, or only another object or the loader: -Werror alone stops no build for it.
    if (Sev == Severity::Unlinked || Sev == Severity::Unset || Sev == Severity::Advice)
      return NoWarnings ? Level::Off : Level::Warning;
    return Sev == Severity::Rejected ? Level::Error : ofWarning();
  }
  return Level::Error;
}

bool Levels::promoted(Check C, Severity Sev) const {
  bool IsError = Sev == Severity::Rejected || (Sev == Severity::Unlinked && OfUnlinked == Level::Error);
  return !IsError && of(C, Sev) == Level::Error;
}

} // namespace bpf
