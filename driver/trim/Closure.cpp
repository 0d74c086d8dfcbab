// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A kept declaration is kept whole, and needs every name in it. Of a structure, members that are pointers to structures
// and that the program does not use need no more than a placeholder.
#include "driver/trim/Closure.h"
#include "driver/trim/HeaderLexer.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallVector.h"

using namespace llvm;

namespace bpf::trim {

namespace {

class Closure {
public:
  Closure(Headers &All, bool MayPlace)
      : Symbols(All.Symbols), All(All), MayPlace(MayPlace), Fates(All.Declarations.size()) {}

  void seed(const ProgramNames &Program);
  void run();
  void keepARecord(const Header &Of);

private:
  using Token = HeaderToken;

  void keep(DeclarationId Id);
  void keepAnnouncement(const Tag &Of);
  void place(SymbolId Tag);
  void needName(SymbolId Id);
  void needTag(SymbolId Id);
  void needAll(const Declaration &Of);
  void needMember(ArrayRef<Token> Tokens);
  void needWords(ArrayRef<Token> Tokens);
  SymbolId pointee(ArrayRef<Token> Tokens, bool &IsQualified) const;
  bool is(const Token &T, Keyword Word) const {
    return T.Is == Token::Word && Symbols[Symbols.find(T.Text, T.Hash)].Word == Word;
  }
  bool isTagWord(const Token &T) const {
    return is(T, Keyword::Struct) || is(T, Keyword::Union) || is(T, Keyword::Enum);
  }

  SymbolTable &Symbols;
  Headers &All;
  bool MayPlace;
  std::vector<DeclarationId> Waiting;

public:
  std::vector<Fate> Fates;
};

} // namespace

void Closure::keep(DeclarationId Id) {
  if (Id == NoDeclaration || Fates[Id] == Fate::Kept)
    return;
  Fates[Id] = Fate::Kept;
  Waiting.push_back(Id);
}

/// `struct tag;` needs nothing else: not the definition either.
void Closure::keepAnnouncement(const Tag &Of) {
  if (Of.Announced != NoDeclaration)
    Fates[Of.Announced] = Fate::Kept;
}

void Closure::needName(SymbolId Id) { keep(Symbols[Id].NamedBy); }

void Closure::needTag(SymbolId Id) {
  const Tag *Of = Symbols.tag(Id);
  if (!Of)
    return;
  keepAnnouncement(*Of);
  keep(Of->DefinedBy);
}

/// A structure that is defined within another declaration cannot be replaced; that declaration is kept.
void Closure::place(SymbolId Id) {
  const Tag *Of = Symbols.tag(Id);
  if (!Of)
    return;
  keepAnnouncement(*Of);
  if (Of->DefinedBy == NoDeclaration || Fates[Of->DefinedBy] != Fate::Dropped)
    return;
  if (All.Declarations[Of->DefinedBy].Record != Id)
    return keep(Of->DefinedBy);
  Fates[Of->DefinedBy] = Fate::Placeholder;
}

void Closure::seed(const ProgramNames &Program) {
  for (DeclarationId Id = 0; Id != All.Declarations.size(); ++Id)
    if (!All.Declarations[Id].IsPlain)
      keep(Id);
  for (const auto &[Name, Uses] : Program.All) {
    SymbolId Id = Uses & UsedAsMember ? Symbols.add(Name->getName()) : Symbols.find(Name->getName());
    if (Uses & UsedAsMember)
      Symbols[Id].IsMember = true;
    if (Uses & UsedAsName)
      needName(Id);
    if (Uses & UsedAsTag)
      needTag(Id);
  }
}

void Closure::run() {
  while (!Waiting.empty()) {
    DeclarationId Id = Waiting.back();
    Waiting.pop_back();
    needAll(All.Declarations[Id]);
  }
}

void Closure::needAll(const Declaration &Of) {
  if (Of.IsDirective)
    return eachWord(Of.Text, [this](StringRef Word) {
      needName(Symbols.find(Word));
      needTag(Symbols.find(Word));
    });
  HeaderLexer Lexer(Of.Text);
  SmallVector<Token, 32> Statement;
  for (Token Each = Lexer.next(); Each.Text.end() <= Of.Text.end() && Each.Is != Token::End; Each = Lexer.next()) {
    bool EndsMember = Each.Is == Token::Semicolon;
    if (!EndsMember && Each.Is != Token::OpenBrace && Each.Is != Token::CloseBrace) {
      Statement.push_back(Each);
      continue;
    }
    EndsMember &&Of.Record &&MayPlace ? needMember(Statement) : needWords(Statement);
    Statement.clear();
  }
}

void Closure::needWords(ArrayRef<Token> Tokens) {
  for (size_t I = 0; I != Tokens.size(); ++I) {
    if (Tokens[I].Is != Token::Word)
      continue;
    bool IsTag = I != 0 && isTagWord(Tokens[I - 1]);
    SymbolId Id = Symbols.find(Tokens[I].Text, Tokens[I].Hash);
    IsTag ? needTag(Id) : needName(Id);
  }
}

/// The tag of `struct tag *name` if the program uses no member `name`; else 0.
SymbolId Closure::pointee(ArrayRef<Token> Tokens, bool &IsQualified) const {
  auto DropQualifiers = [&] {
    while (!Tokens.empty() && (is(Tokens[0], Keyword::Const) || is(Tokens[0], Keyword::Volatile))) {
      IsQualified = true;
      Tokens = Tokens.drop_front();
    }
  };
  DropQualifiers();
  if (Tokens.size() < 4 || !(is(Tokens[0], Keyword::Struct) || is(Tokens[0], Keyword::Union)) ||
      Tokens[1].Is != Token::Word)
    return 0;
  const Token &Tag = Tokens[1], &Name = Tokens.back();
  Tokens = Tokens.drop_front(2).drop_back();
  DropQualifiers();
  if (Tokens.empty() || !all_of(Tokens, [](const Token &T) { return T.Is == Token::Star; }) || Name.Is != Token::Word ||
      Symbols[Symbols.find(Name.Text, Name.Hash)].IsMember)
    return 0;
  return Symbols.find(Tag.Text, Tag.Hash);
}

void Closure::needMember(ArrayRef<Token> Tokens) {
  bool IsQualified = false;
  SymbolId Tag = pointee(Tokens, IsQualified);
  // LLVM's BTFDebug prunes only the first pointer to a qualified structure.
  if (Tag && IsQualified && Symbols[Tag].Pointed++)
    Tag = 0;
  Tag ? place(Tag) : needWords(Tokens);
}

/// clang warns about #pragma clang attribute if it applies to no declaration.
void Closure::keepARecord(const Header &Of) {
  auto Declarations = ArrayRef(All.Declarations).slice(Of.Begin, Of.End - Of.Begin);
  const Declaration *Shortest = nullptr;
  for (const Declaration &Each : Declarations) {
    if (!Each.Record)
      continue;
    if (Fates[&Each - All.Declarations.data()] != Fate::Dropped)
      return;
    if (!Shortest || Each.Text.size() < Shortest->Text.size())
      Shortest = &Each;
  }
  if (Shortest)
    keep(Shortest - All.Declarations.data());
}

std::vector<Fate> fatesOf(Headers &All, const ProgramNames &Program, bool MayPlace) {
  Closure Whole(All, MayPlace);
  Whole.seed(Program);
  Whole.run();
  for (const Header &Each : All.All)
    Whole.keepARecord(Each);
  Whole.run();
  return std::move(Whole.Fates);
}

} // namespace bpf::trim
