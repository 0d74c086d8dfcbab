// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Options and their values from bpfcc's table, from clang's, from the checks and the transforms. clang's driver has an
// --autocomplete= of its own, for its own options; commas separate its words, and occur in values of ours.
#include "driver/options/Completion.h"
#include "driver/options/OptionTable.h"
#include "driver/options/OptionValues.h"
#include "passes/Check.h"
#include "passes/Transform.h"
#include "clang/Basic/DiagnosticIDs.h"
#include "clang/Options/Options.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallVector.h"
#include "llvm/Support/raw_ostream.h"
#include <map>

using namespace llvm;
using namespace llvm::opt;

namespace bpf {

/// Words with their help, empty where there is none. What is ours comes first, and stays where clang has the same.
using Candidates = std::map<std::string, std::string>;

static void addOptions(const OptTable &Table, StringRef Word, Candidates &Found) {
  constexpr unsigned Useless = clang::options::Unsupported | clang::options::Ignored;
  for (StringRef Line : Table.findByPrefix(Word, Visibility(), Useless)) {
    auto [Name, Text] = Line.split('\t');
    Found.emplace(Name, Text);
  }
}

/// \param Name with its "=".
static void addOwnValues(StringRef Name, StringRef Value, Candidates &Found) {
  const OptTable &Table = own::table();
  unsigned Id = 1;
  while (Id <= Table.getNumOptions() && Table.getOptionPrefixedName(Id) != Name)
    ++Id;
  if (Id > Table.getNumOptions())
    return;
  OptionValues Known = valuesOf(Id);
  StringRef Before;
  SmallVector<StringRef> Given;
  if (Known.Form == ValueForm::AfterColon) {
    Before = Value.take_front(Value.rfind(':') + 1);
    if (Before.empty())
      return;
  } else if (Known.Form == ValueForm::List) {
    Before = Value.take_front(Value.rfind(',') + 1);
    Before.split(Given, ',');
  }
  if (Before.empty())
    append_range(Known.Words, Known.Alone);
  for (StringRef Word : Known.Words)
    if (Word.starts_with(Value.drop_front(Before.size())) && !is_contained(Given, Word))
      Found.emplace((Name + Before + Word).str(), "");
}

static void addChecks(StringRef Word, Candidates &Found) {
  for (StringRef Before : {"-W", "-Wno-", "-Werror=", "-Wno-error="}) {
    auto Add = [&](const Twine &Name, StringRef Text) {
      if (std::string Whole = (Before + Name).str(); StringRef(Whole).starts_with(Word))
        Found.emplace(std::move(Whole), Text);
    };
    Add("bpf", "all checks of bpfcc");
    for (const CheckRow &Row : checks())
      Add("bpf-" + Row.Name, Row.Summary);
  }
}

/// Replaces the options that mean all of them.
static void addTransforms(StringRef Word, Candidates &Found) {
  for (std::string Before : {"-fbpf-", "-fno-bpf-"}) {
    Found.erase(Before);
    auto Add = [&](const Twine &Name, StringRef Text) {
      if (std::string Whole = (Before + Name).str(); StringRef(Whole).starts_with(Word))
        Found.emplace(std::move(Whole), Text);
    };
    Add(AllTransforms, "all transforms for the verifier");
    for (const TransformRow &Row : transforms())
      Add(Row.Name, Row.Summary);
  }
}

/// clang lists its warnings as -Wname and -Wno-name; each is also a -Werror=name.
static void addWarnings(StringRef Word, Candidates &Found) {
  StringRef Before = Word.take_front(Word.find('=') + 1);
  if (!Before.empty() && Before != "-Werror=" && Before != "-Wno-error=")
    return;
  std::string Wanted = Before.empty() ? Word.str() : ("-W" + Word.drop_front(Before.size())).str();
  for (StringRef Flag : clang::DiagnosticIDs::getDiagnosticFlags()) {
    if (!Flag.starts_with(Wanted) || (!Before.empty() && Flag.starts_with("-Wno-")))
      continue;
    Found.emplace(Before.empty() ? Flag.str() : (Before + Flag.drop_front(2)).str(), "");
  }
}

std::optional<ArrayRef<const char *>> wordsToComplete(ArrayRef<const char *> Words) {
  if (Words.empty() || StringRef(Words.front()) != "--autocomplete")
    return std::nullopt;
  return Words.drop_front();
}

void complete(ArrayRef<const char *> Words, raw_ostream &Out) {
  StringRef Word = Words.empty() ? "" : Words.back();
  if (!Word.starts_with("-"))
    return;
  Candidates Found;
  if (Word.contains('=')) {
    StringRef Name = Word.take_front(Word.find('=') + 1), Value = Word.drop_front(Name.size());
    addOwnValues(Name, Value, Found);
    for (StringRef Each : clang::getDriverOptTable().suggestValueCompletions(Name, Value))
      Found.emplace((Name + Each).str(), "");
  } else {
    addOptions(own::table(), Word, Found);
    addOptions(clang::getDriverOptTable(), Word, Found);
  }
  if (Word.starts_with("-f") || Word == "-")
    addTransforms(Word, Found);
  if (Word.starts_with("-W") || Word == "-") {
    addChecks(Word, Found);
    addWarnings(Word, Found);
  }
  for (const auto &[Name, Text] : Found)
    Out << Name << (Text.empty() ? "" : "\t") << Text << '\n';
}

} // namespace bpf
