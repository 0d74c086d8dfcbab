// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The whole header, and declarations from their first word to their semicolon.
#include "driver/trim/HeaderParser.h"

using namespace llvm;

namespace bpf::trim {

bool Headers::add(StringRef Text) {
  Header New{Text, DeclarationId(Declarations.size()), 0};
  if (!HeaderParser(Text, *this).run(New)) {
    Symbols.forget(New.Begin);
    Declarations.resize(New.Begin);
    return false;
  }
  New.End = Declarations.size();
  All.push_back(New);
  return true;
}

bool HeaderParser::run(Header &Into) {
  Result = &Into;
  advance();
  while (IsList && !is(Token::End)) {
    if (IsBehindGuard)
      return false;
    if (is(Token::Directive))
      readDirective();
    else
      readDeclaration();
  }
  return IsList && Depth == 0 && Into.Begin != Declarations.size();
}

void HeaderParser::meetMacro() {
  const Symbol &S = Symbols[NextSymbol];
  StringRef Rest = Lexer.rest().ltrim();
  // A comment, a continued line or a directive may hide a parenthesis.
  if (S.IsMacro || Rest.empty() || StringRef("(/\\#").contains(Rest[0]))
    Next.Is = Token::Macro;
}

void HeaderParser::skipBrackets(int Outer) {
  if (Lexer.nesting() <= Outer)
    return;
  while (IsList && Lexer.nesting() > Outer)
    skip();
  advance();
}

std::optional<uint32_t> HeaderParser::acceptNumber() {
  constexpr size_t MostDigits = 9;
  uint32_t Value;
  if (!is(Token::Number) || Next.Text.size() > MostDigits || (Next.Text.size() > 1 && Next.Text[0] == '0') ||
      Next.Text.getAsInteger(10, Value))
    return std::nullopt;
  advance();
  return Value;
}

void HeaderParser::readDeclaration() {
  Current = Declarations.size();
  IsPlain = true;
  Scopes.restart();
  const char *Begin = Next.Text.begin();
  Declarations.push_back({{}, Number, true});
  // A declaration that is not understood is kept, and the names in it are suspect.
  bool IsUnderstood = parseDeclaration() && is(Token::Semicolon) && Lexer.nesting() == 0;
  if (!IsUnderstood)
    skipDeclaration();
  if (!IsList)
    return;
  Declarations[Current].Text = {Begin, size_t(Next.Text.end() - Begin)};
  if (!IsUnderstood)
    suspectWords(Declarations[Current].Text);
  Declarations[Current].IsPlain &= IsPlain && IsUnderstood;
  advance();
}

/// Skips to the semicolon. A function body has none of its own; the next semicolon would end another declaration.
void HeaderParser::skipDeclaration() {
  while (IsList && !(is(Token::Semicolon) && Lexer.nesting() == 0)) {
    bool EndsBody = is(Token::CloseBrace) && Lexer.nesting() == 0;
    skip();
    if (EndsBody && !is(Token::Semicolon) && !isName() && !is(Token::Star) && !is(Keyword::Attribute))
      giveUp();
  }
}

/// Skips a token, unless it might change where the declaration ends.
void HeaderParser::skip() {
  const Symbol &Macro = Symbols[NextSymbol];
  if (is(Token::End) || is(Token::Directive) || (is(Token::Macro) && (!Macro.IsHeaderMacro || Macro.IsUnbalanced)))
    giveUp();
  else
    advance();
}

void HeaderParser::suspectWords(StringRef Text) {
  eachWord(Text, [this](StringRef Word) {
    if (Word.size() > SymbolTable::MostLength)
      return;
    SymbolId Id = Symbols.add(Word);
    Symbol &S = Symbols[Id];
    const Tag *Of = Symbols.tag(Id);
    // Both declarations are needed for the error about a second one.
    doubt(S.NamedBy);
    if (Of)
      doubt(Of->DefinedBy);
    S.IsSuspect |= S.Name == Symbol::Undeclared || (Of && Of->State == Tag::Mentioned);
  });
}

void HeaderParser::doubt(DeclarationId Id) {
  if (Id != NoDeclaration)
    Declarations[Id].IsPlain = false;
}

SymbolId HeaderParser::declare(StringRef Name, uint32_t Hash, Symbol::Ordinary As) {
  if (Name.size() > SymbolTable::MostLength) {
    giveUp();
    return 0;
  }
  SymbolId Id = Symbols.add(Name, Hash);
  Symbol &S = Symbols[Id];
  if (S.IsSuspect || S.IsBuiltin || S.SeenImports || S.Name != Symbol::Undeclared) {
    doubt();
    doubt(S.NamedBy);
  }
  if (S.Name == Symbol::Undeclared) {
    S.Name = As;
    S.NamedBy = Current;
  }
  S.IsConditional |= isUnderCondition();
  return Id;
}

bool HeaderParser::parseDeclaration() {
  Keyword Storage = is(Token::Word) ? Symbols[NextSymbol].Word : Keyword::None;
  if (Storage == Keyword::Typedef || Storage == Keyword::Extern || Storage == Keyword::Static)
    advance();
  else
    Storage = Keyword::None;
  Specifiers Base;
  if (!parseSpecifiers(Where::File, Base))
    return false;
  bool Defines = Base.DefinesRecord || Base.DefinesEnum;
  if (!is(Token::Semicolon))
    return (!Defines || Storage == Keyword::Typedef) && parseDeclared(Storage, Base);
  // struct X { ... }; enum { ... }; struct X;
  if (Storage != Keyword::None || (!Base.Tag && !Base.DefinesEnum))
    return false;
  if (Base.DefinesRecord)
    Declarations[Current].Record = Base.Tag;
  if (Defines)
    return true;
  if (DeclarationId &Announced = Symbols.tag(Base.Tag)->Announced; Announced == NoDeclaration)
    Announced = Current;
  return Symbols.tag(Base.Tag)->Word != Keyword::Enum;
}

/// The declarator of a typedef, a function or a helper.
bool HeaderParser::parseDeclared(Keyword Storage, const Specifiers &Base) {
  Declarator D;
  if (!parseDeclarator(D) || D.Name.empty())
    return false;
  Shape Type = shapeOf(D, Base.Type);
  if (Storage == Keyword::Typedef) {
    SymbolId Id = declare(D.Name, D.Hash, Symbol::Typedef);
    if (!D.Parts.empty() && D.Parts[0].Is == Part::Array && !D.Parts[0].Count)
      doubt();
    if (IsList && Symbols[Id].NamedBy == Current)
      Symbols.setType(Id, Type);
    return true;
  }
  declare(D.Name, D.Hash, Symbol::Object);
  if (Storage == Keyword::Static)
    return parseHelperNumber(D);
  if (Type.Is != Shape::Function || D.Parts.empty())
    return false;
  parseFunctionEnd();
  return true;
}

/// A helper: a function pointer whose value is a number, (void *) 1.
bool HeaderParser::parseHelperNumber(const Declarator &D) {
  bool IsHelper = D.Parts.size() >= 2 && D.Parts[0].Is == Part::Pointer && D.Parts[1].Is == Part::Function;
  return IsHelper && accept(Token::Equal) && accept(Token::OpenParen) && accept(Keyword::Void) && accept(Token::Star) &&
         accept(Token::CloseParen) && acceptNumber();
}

/// The first declaration with the macros that follow a header's functions is kept, so that a diagnostic about them is
/// not lost.
void HeaderParser::parseFunctionEnd() {
  while (is(Token::Macro) && Symbols[NextSymbol].IsHeaderMacro && !Symbols[NextSymbol].IsUnbalanced) {
    if (!Symbols[NextSymbol].SeenImports)
      doubt();
    Symbols[NextSymbol].SeenImports = 1;
    advance();
  }
}

} // namespace bpf::trim
