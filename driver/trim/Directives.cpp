// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Directives. All of them are kept.
#include "driver/trim/HeaderParser.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"

using namespace llvm;

namespace bpf::trim {

/// Removes the first word.
static StringRef firstWord(StringRef &Text) {
  Text = Text.ltrim(" \t");
  StringRef Word = Text.take_while([](char C) { return isAlnum(C) || C == '_'; });
  Text = Text.drop_front(Word.size());
  return Word;
}

/// True if a macro with this text can neither end nor begin a declaration.
static bool isBalanced(StringRef Text) {
  int Parentheses = 0;
  for (char Each : Text) {
    Parentheses += (Each == '(') - (Each == ')');
    if (Parentheses < 0 || StringRef(";{}\\").contains(Each))
      return false;
  }
  return Parentheses == 0;
}

void HeaderParser::readDirective() {
  // Their values depend on the text before them.
  if (Next.Text.contains("__LINE__") || Next.Text.contains("__COUNTER__"))
    IsList = false;
  StringRef Words = Next.Text.drop_front();
  StringRef Name = firstWord(Words);
  bool IsGuarded = HasGuard && Depth == 1;
  if (Name == "ifndef" || Name == "ifdef" || Name == "if")
    openCondition(Name == "ifndef" ? Words : "");
  else if (Name == "else" || Name.starts_with("elif"))
    IsList &= Depth > 0 && !IsGuarded;
  else if (Name == "endif" && Depth > 0) {
    --Depth;
    IsBehindGuard = IsGuarded;
  } else if (Name == "define")
    readDefine(Words);
  else if (Name == "pragma")
    readPragma(Words);
  else if (!Name.empty())
    IsList = false;
  Declarations.push_back({Next.Text, Number, /*IsPlain=*/false, /*IsDirective=*/true});
  advance();
}

/// The first directive may be the include guard.
void HeaderParser::openCondition(StringRef Words) {
  ++Depth;
  StringRef Guard = firstWord(Words);
  if (Guard.empty() || Declarations.size() != Result->Begin)
    return;
  HasGuard = true;
  Result->Guard = Symbols.add(Guard);
}

void HeaderParser::readDefine(StringRef Words) {
  StringRef Name = firstWord(Words);
  if (Name.empty() || Name.size() > SymbolTable::MostLength) {
    IsList = false;
    return;
  }
  Symbol &S = Symbols[Symbols.add(Name)];
  // Declarations before it were read without the macro.
  if (S.Name != Symbol::Undeclared || S.TagIndex || S.Word != Keyword::None)
    IsList = false;
  bool HasParameters = Words.starts_with("(");
  S.IsFunctionMacro |= HasParameters;
  S.IsMacro |= !HasParameters;
  S.IsHeaderMacro = !HasParameters;
  S.IsUnbalanced |= !isBalanced(Words);
}

void HeaderParser::readPragma(StringRef Words) {
  StringRef First = firstWord(Words), Second = firstWord(Words);
  if (First == "once")
    Result->IsOnce = true;
  if (First != "clang" || Second != "attribute")
    return;
  // Other attributes might be warned of at a declaration.
  std::string Rest;
  copy_if(Words, std::back_inserter(Rest), [](char Each) { return !isSpace(Each); });
  IsList &= Rest == "pop" || Rest == PlainAttribute;
}

} // namespace bpf::trim
