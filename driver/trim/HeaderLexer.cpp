// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The rare tokens: everything but words and the usual punctuators.
#include "driver/trim/HeaderLexer.h"
#include "llvm/ADT/StringExtras.h"

using namespace llvm;

namespace bpf::trim {

HeaderToken HeaderLexer::rare() {
  if (*At == '/' && (At[1] == '/' || At[1] == '*'))
    return skipComment() ? next() : odd();
  if (At == Last)
    return {HeaderToken::End, 0, {At, 0}};
  if (isDigit(*At)) {
    const char *Begin = At;
    while (Classes[*At] <= Digit)
      ++At;
    return {HeaderToken::Number, 0, {Begin, size_t(At - Begin)}};
  }
  if (*At == '#')
    return startsLine() ? directive() : odd();
  return *At == '"' ? string() : punctuator();
}

/// True if only blanks precede it in its line. A directive after a comment is not recognized.
bool HeaderLexer::startsLine() const {
  const char *Before = At;
  while (Before != First && Classes[Before[-1]] == Blank)
    --Before;
  return Before == First || Before[-1] == '\n';
}

/// True if a continued line hides the begin or the end of a comment.
static bool hidesComment(StringRef Text) {
  for (size_t At = Text.find('\\'); At != StringRef::npos; At = Text.find('\\', At + 1)) {
    StringRef Behind = Text.drop_front(At + 1).ltrim(" \t\r");
    bool GoesOn = At > 0 && Behind.size() > 1 && Behind[0] == '\n';
    if (GoesOn && (Text[At - 1] == '*' ? Behind[1] == '/' : Text[At - 1] == '/' && Behind[1] == '*'))
      return true;
  }
  return false;
}

/// \returns false if a compiler might warn about the comment, or find its end elsewhere.
bool HeaderLexer::skipComment() {
  bool IsBlock = At[1] == '*';
  StringRef Rest(At, Last - At);
  size_t Length = Rest.find(IsBlock ? "*/" : "\n", 2);
  if (Length == StringRef::npos)
    return false;
  StringRef Text = Rest.slice(2, Length);
  if (Text.contains(IsBlock ? "/*" : "\\") || Text.contains("?\?/") || hidesComment(Text) ||
      !all_of(Text, [](char C) { return isPrint(C) || isSpace(C); }))
    return false;
  At += Length + (IsBlock ? 2 : 0);
  return true;
}

HeaderToken HeaderLexer::directive() {
  const char *Begin = At;
  // A backslash continues the line; blanks after it get a warning.
  while (At != Last && *At != '\n') {
    if (*At == '\\' && At[1] != '\n')
      return odd();
    At += *At == '\\' ? 2 : 1;
  }
  StringRef Line(Begin, At - Begin);
  if (Line.contains("?\?"))
    return odd();
  if (size_t Comment = Line.rfind("/*"); Comment != StringRef::npos && !Line.drop_front(Comment + 2).contains("*/"))
    return odd();
  return {HeaderToken::Directive, 0, Line};
}

HeaderToken HeaderLexer::string() {
  const char *Begin = At++;
  while (At != Last && *At != '"') {
    if (*At == '\\' || !isPrint(*At))
      return odd();
    ++At;
  }
  if (At == Last)
    return odd();
  ++At;
  return {HeaderToken::String, 0, {Begin, size_t(At - Begin)}};
}

/// Digraphs are other punctuators: <: and :> are brackets.
HeaderToken HeaderLexer::punctuator() {
  const char *Begin = At;
  bool IsDigraph = (*At == '<' && (At[1] == ':' || At[1] == '%')) || (*At == ':' && At[1] == '>') || *At == '%';
  if (IsDigraph || !StringRef(":.+|&~!^<>/").contains(*At))
    return odd();
  ++At;
  return {*Begin == ':' ? HeaderToken::Colon : HeaderToken::Other, 0, {Begin, 1}};
}

} // namespace bpf::trim
