// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The regions that pragmas make, and what holds at a place.
#include "driver/diagnostics/Pragmas.h"
#include "clang/Basic/SourceManager.h"

using namespace clang;
using namespace llvm;

namespace bpf {

void Pragmas::push() { Pushed.push_back(Now); }

void Pragmas::pop(clang::SourceLocation Where) {
  if (Pushed.empty())
    return;
  Now = std::move(Pushed.back());
  Pushed.pop_back();
  Regions.push_back({Where, Now});
}

bool Pragmas::set(StringRef Name, Choice Wanted, clang::SourceLocation Where) {
  std::vector<Check> Named = checksNamed(Name);
  if (Name == "bpf")
    Now.assign(Now.size(), Wanted);
  else if (Named.empty())
    return false;
  for (Check Each : Named)
    Now[unsigned(Each)] = Wanted;
  Regions.push_back({Where, Now});
  return true;
}

/// True where a place is in what a macro was expanded from, arguments included.
static bool isWithin(clang::SourceLocation Where, SourceRange Text, const SourceManager &Sources) {
  return !Sources.isBeforeInTranslationUnit(Where, Text.getBegin()) &&
         !Sources.isBeforeInTranslationUnit(Text.getEnd(), Where);
}

Choice Pragmas::at(Check C, clang::SourceLocation Where, const SourceManager &Sources) const {
  Choice Now = Choice::Default;
  if (Where.isInvalid())
    return Now;
  for (const Region &Each : Regions) {
    Choice Next = Each.Chosen[unsigned(C)];
    bool IsExpanded = Each.Begin.isMacroID();
    if (IsExpanded && isWithin(Where, Sources.getExpansionRange(Each.Begin).getAsRange(), Sources)) {
      // A macro that surrounds a statement with _Pragma() has one place for all of it: what it changes is meant.
      if (Next != Now)
        return Next;
    } else if (Sources.isBeforeInTranslationUnit(Each.Begin, Where)) {
      Now = Next;
    } else {
      break;
    }
  }
  return Now;
}

} // namespace bpf
