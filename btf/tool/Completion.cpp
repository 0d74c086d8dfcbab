// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Completion in shells: the scripts in driver/completion/ ask `bpfbtf --autocomplete WORD...`.
#include "btf/tool/Choices.h"
#include "btf/tool/Help.h"
#include <algorithm>

namespace bpf::btf {

namespace {

/// The word that is being written, and where what it may become is printed.
struct Question {
  std::string_view Word;
  TextOutput &Out;

  void offer(const std::string &Whole, std::string_view Summary) {
    if (!Whole.starts_with(Word))
      return;
    Out << Whole;
    if (!Summary.empty())
      Out << '\t' << Summary;
    Out << '\n';
  }
};

} // namespace

/// "rust" is a value, "FILE" a metavariable.
static bool isLiteral(std::string_view Value) {
  return std::ranges::all_of(Value, [](char C) { return C >= 'a' && C <= 'z'; });
}

/// \param Before what goes before the value in the word: "--format=", or nothing.
static void offerValues(Question &Asked, const OptionRow &Row, const std::string &Before) {
  std::string_view Given;
  if (size_t Comma = Asked.Word.rfind(','); acceptsList(Row) && Comma != Asked.Word.npos)
    Given = Asked.Word.substr(Before.size(), Comma + 1 - Before.size());
  auto IsGiven = [&](std::string_view Name) {
    return ("," + std::string(Given)).find("," + std::string(Name) + ",") != std::string::npos;
  };
  for (const Choice &Each : choices(Row))
    if (!IsGiven(Each.Name))
      Asked.offer(Before + std::string(Given) + std::string(Each.Name), Each.Summary);
  if (!Row.Value.empty() && isLiteral(Row.Value))
    Asked.offer(Before + std::string(Row.Value), "");
}

static void offerCommands(Question &Asked) {
  for (const CommandRow &Row : commands())
    Asked.offer(std::string(Row.Name), Row.Summary);
  if (Asked.Word.starts_with("-"))
    for (const char *Option : {"--help", "--help=man", "--version"})
      Asked.offer(Option, "");
}

/// \param Previous the word before, of which this one may be the value.
static void offerOptions(Question &Asked, const CommandRow &Command, std::string_view Previous) {
  for (const OptionRow &Row : options(Command)) {
    std::string Name = "--" + std::string(Row.Name);
    if (Previous == Name && !Row.Value.empty())
      return offerValues(Asked, Row, "");
    if (Asked.Word.starts_with(Name + "="))
      return offerValues(Asked, Row, Name + "=");
  }
  if (!Asked.Word.starts_with("-"))
    return;
  for (const OptionRow &Row : options(Command))
    Asked.offer("--" + std::string(Row.Name) + (Row.Value.empty() ? "" : "="), Row.Help);
  Asked.offer("--help", "");
}

Exit printCompletion(std::span<char *const> Words) {
  StandardOutput Out;
  Question Asked{Words.empty() ? "" : Words.back(), Out.text()};
  if (Words.size() < 2)
    offerCommands(Asked);
  for (const CommandRow &Row : commands())
    if (Words.size() >= 2 && Row.Name == Words[0])
      offerOptions(Asked, Row, Words[Words.size() - 2]);
  return Out.finish();
}

} // namespace bpf::btf
