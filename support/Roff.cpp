// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// man(7) from text.
#include "support/Roff.h"

namespace bpf::manual {

std::string escaped(std::string_view Text) {
  std::string Result;
  bool BeginsLine = true;
  for (char C : Text) {
    if (BeginsLine && (C == '.' || C == '\''))
      Result += "\\&";
    BeginsLine = C == '\n';
    if (C == '\\')
      Result += "\\e";
    else if (C == '-')
      Result += "\\-";
    else
      Result += C;
  }
  return Result;
}

std::string sentence(std::string_view Summary) {
  std::string Text = escaped(Summary) + ".";
  if (Text[0] >= 'a' && Text[0] <= 'z')
    Text[0] -= 'a' - 'A';
  return Text;
}

std::string entry(std::string_view Name, std::string_view Value, std::string_view Text) {
  std::string Result = ".TP\n\\fB" + escaped(Name) + "\\fR";
  if (!Value.empty())
    Result += "\\fI" + escaped(Value) + "\\fR";
  return Result + "\n" + std::string(Text) + "\n";
}

/// Breaks a line of text where it has a space; requests stay whole.
static std::string broken(std::string_view Line) {
  constexpr size_t Width = 80;
  std::string Result;
  while (Line.size() > Width && !Line.starts_with('.')) {
    size_t Space = Line.rfind(' ', Width);
    if (Space == Line.npos)
      break;
    Result += std::string(Line.substr(0, Space)) + '\n';
    Line.remove_prefix(Space + 1);
    if (Line.starts_with('.') || Line.starts_with('\''))
      Result += "\\&";
  }
  return Result + std::string(Line) + '\n';
}

/// Calls Consume with each line.
template <typename Taker> static void eachLine(std::string_view Text, Taker Consume) {
  while (!Text.empty()) {
    size_t End = Text.find('\n');
    Consume(Text.substr(0, End));
    Text.remove_prefix(End == Text.npos ? Text.size() : End + 1);
  }
}

std::string filled(std::string_view Page, const std::map<std::string, std::string, std::less<>> &Parts) {
  constexpr std::string_view Comment = ".\\\" ";
  std::string Result;
  eachLine(Page, [&](std::string_view Line) {
    auto Part = Line.starts_with(Comment) ? Parts.find(Line.substr(Comment.size())) : Parts.end();
    if (Part == Parts.end())
      Result += broken(Line);
    else
      eachLine(Part->second, [&](std::string_view Each) { Result += broken(Each); });
  });
  return Result;
}

} // namespace bpf::manual
