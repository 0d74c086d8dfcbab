// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Specifiers and declarators: the type of a name, and whether an object may have it.
#include "driver/trim/HeaderParser.h"
#include "llvm/ADT/STLExtras.h"

using namespace llvm;

namespace bpf::trim {

/// Bounds the recursion; no real header nests deeper.
static constexpr int MostNesting = 200;

/// The keywords of an arithmetic type, counted.
struct Words {
  uint8_t Count[unsigned(Keyword::Int128) + 1] = {};
  unsigned All = 0;

  uint8_t operator[](Keyword Word) const { return Count[unsigned(Word)]; }
  void add(Keyword Word) {
    ++Count[unsigned(Word)];
    ++All;
  }
};

static bool isTypeWord(Keyword Word) { return Word >= Keyword::Void && Word <= Keyword::Int128; }

/// The type that the keywords form; nothing if they form none.
static std::optional<Shape> typeOf(const Words &Of) {
  using enum Keyword;
  unsigned Signs = Of[Signed] + Of[Unsigned], Longs = Of[Long], Ints = Of[Int];
  unsigned Rest = Of.All - Signs - Longs - Ints;
  if (Signs > 1 || Longs > 2 || Ints > 1 || Rest > 1)
    return std::nullopt;
  if (Rest == 0)
    return Shape{.Is = Shape::Integer, .Bits = uint8_t(Longs ? 64 : 32)};
  if (Of[Short] && !Longs)
    return Shape{.Is = Shape::Integer, .Bits = 16};
  if (Of[Double] && !Signs && !Ints && Longs <= 1)
    return Shape{.Is = Shape::Floating};
  if (Ints || Longs)
    return std::nullopt;
  if (Of[Char])
    return Shape{.Is = Shape::Integer, .Bits = 8};
  if (Of[Int128])
    return Shape{.Is = Shape::Integer, .Bits = 64};
  if (Signs)
    return std::nullopt;
  if (Of[Bool])
    return Shape{.Is = Shape::Integer, .Bits = 1};
  return Shape{.Is = Of[Void] ? Shape::Void : Shape::Floating};
}

bool HeaderParser::parseSpecifiers(Where At, Specifiers &Result) {
  Words Simple;
  bool HasOther = false, IsConst = false, IsVolatile = false;
  while (is(Token::Word)) {
    Keyword Word = Symbols[NextSymbol].Word;
    if (isTypeWord(Word) && !HasOther) {
      Simple.add(Word);
      advance();
    } else if (Word == Keyword::Const || Word == Keyword::Volatile) {
      bool &IsSaid = Word == Keyword::Const ? IsConst : IsVolatile;
      if (IsSaid)
        doubt();
      IsSaid = true;
      advance();
    } else if (Word == Keyword::Struct || Word == Keyword::Union || Word == Keyword::Enum) {
      if (HasOther || Simple.All || !parseTagged(At, Result))
        return false;
      HasOther = true;
    } else if (Word == Keyword::None && !HasOther && !Simple.All) {
      if (!useTypeName(At, Result))
        return false;
      HasOther = true;
    } else {
      break;
    }
  }
  if (!HasOther) {
    std::optional<Shape> Type = Simple.All ? typeOf(Simple) : std::nullopt;
    if (!Type)
      return false;
    Result.Type = *Type;
  }
  parseTypeAttributes();
  return true;
}

/// The name of a typedef. It may also be declared by the program before it includes the header, or within #if. Then one
/// declaration of each kind that uses it is kept, so that the error is not lost if it is not declared.
bool HeaderParser::useTypeName(Where At, Specifiers &Result) {
  if (Next.Text.size() > SymbolTable::MostLength)
    return false;
  SymbolId Id = Symbols.add(Next.Text, Next.Hash);
  Symbol &S = Symbols[Id];
  advance();
  bool IsKnown = S.Name == Symbol::Typedef;
  if (IsKnown)
    Result.Type = Symbols.type(Id);
  // The tag may have been completed since the typedef.
  if (Result.Type.Tag && !Result.Type.IsArray)
    Result.Type = Symbols.tag(Result.Type.Tag)->Type;
  if (IsKnown && !S.IsConditional)
    return true;
  unsigned Kind = 1U << (2 * unsigned(At) + is(Token::Star));
  if (!(S.SeenImports & Kind) || S.IsSuspect || (!IsKnown && S.Name != Symbol::Undeclared))
    doubt();
  S.SeenImports |= Kind;
  return true;
}

/// struct, union or enum, with its tag and body.
bool HeaderParser::parseTagged(Where At, Specifiers &Result) {
  Keyword Word = Symbols[NextSymbol].Word;
  advance();
  if (is(Token::Word)) {
    if (!isName() || Next.Text.size() > SymbolTable::MostLength)
      return false;
    SymbolId Id = Result.Tag = Symbols.add(Next.Text, Next.Hash);
    advance();
    if (!is(Token::OpenBrace)) {
      useTag(Id, Word, At);
      Result.Type = Symbols.tag(Id)->Type;
      return true;
    }
  }
  if (!is(Token::OpenBrace) || At == Where::Parameter || Lexer.nesting() > MostNesting)
    return false;
  if (Result.Tag)
    openTag(Result.Tag, Word);
  bool IsGood = Word == Keyword::Enum ? parseEnumBody(Result) : parseRecordBody(Word, Result);
  if (Result.Tag)
    closeTag(Result.Tag, Result.Type);
  return IsGood;
}

void HeaderParser::openTag(SymbolId Id, Keyword Word) {
  Tag *Known = Symbols.tag(Id);
  if (!Known)
    Known = &Symbols.addTag(Id, Word);
  Known->Type.Tag = Id;
  if (Known->State != Tag::Mentioned || Known->Word != Word || Symbols[Id].IsSuspect) {
    doubt();
    doubt(Known->DefinedBy);
    doubt(Known->Announced);
  }
  Symbols[Id].IsConditional |= isUnderCondition();
  Known->State = Tag::Opened;
  Known->DefinedBy = Current;
}

void HeaderParser::closeTag(SymbolId Id, Shape &Type) {
  Tag &Opened = *Symbols.tag(Id);
  Type.Tag = Id;
  Opened.Type = Type;
  Opened.State = Tag::Defined;
}

/// A tag that is first mentioned in a parameter list has the scope of that function.
void HeaderParser::useTag(SymbolId Id, Keyword Word, Where At) {
  if (Symbols[Id].IsSuspect || Symbols[Id].IsConditional)
    doubt();
  const Tag *Known = Symbols.tag(Id);
  if (!Known) {
    Symbols.addTag(Id, Word).Type.Tag = Id;
    if (Word == Keyword::Enum || At == Where::Parameter)
      doubt();
    return;
  }
  bool IsDeclared = Known->State != Tag::Mentioned || Known->Announced != NoDeclaration;
  if (Known->Word != Word || (At == Where::Parameter && !IsDeclared) ||
      (Word == Keyword::Enum && Known->State != Tag::Defined))
    doubt();
}

/// btf_type_tag qualifies a pointer. Declarations with other attributes are not plain.
void HeaderParser::parseTypeAttributes() {
  while (is(Keyword::Attribute)) {
    int Outer = Lexer.nesting();
    advance();
    bool IsTag = accept(Token::OpenParen) && accept(Token::OpenParen) && is(Token::Word) && Next.Text == "btf_type_tag";
    if (IsTag)
      advance();
    if (IsTag && accept(Token::OpenParen) && accept(Token::String) && accept(Token::CloseParen) &&
        accept(Token::CloseParen) && accept(Token::CloseParen) && (is(Token::Star) || is(Keyword::Attribute)))
      continue;
    doubt();
    skipBrackets(Outer);
  }
}

bool HeaderParser::parseDeclarator(Declarator &Result) {
  unsigned Pointers = 0;
  while (accept(Token::Star)) {
    ++Pointers;
    bool IsConst = accept(Keyword::Const), IsVolatile = accept(Keyword::Volatile),
         IsRestrict = accept(Keyword::Restrict);
    if (!IsConst && (IsVolatile || IsRestrict) && is(Keyword::Const))
      return false;
  }
  if (is(Token::OpenParen)) {
    advance();
    if (!is(Token::Star) || Lexer.nesting() > MostNesting || !parseDeclarator(Result) || !accept(Token::CloseParen))
      return false;
  } else if (isName()) {
    Result.Name = Next.Text;
    Result.Hash = Next.Hash;
    Result.Known = NextSymbol;
    advance();
  }
  if (!parseSuffixes(Result))
    return false;
  Result.Parts.append(Pointers, {Part::Pointer});
  return true;
}

bool HeaderParser::parseSuffixes(Declarator &Result) {
  while (true) {
    if (accept(Token::OpenBracket)) {
      std::optional<uint32_t> Count = acceptNumber();
      Result.Parts.push_back({Part::Array, Count});
      if (!accept(Token::CloseBracket))
        return false;
    } else if (is(Token::OpenParen)) {
      Result.Parts.push_back({Part::Function});
      if (!parseParameters())
        return false;
    } else {
      return true;
    }
  }
}

bool HeaderParser::parseParameters() {
  if (Lexer.nesting() > MostNesting)
    return false;
  advance();
  // No prototype: clang warns.
  if (is(Token::CloseParen))
    doubt();
  Scopes.open();
  bool IsVoid = false;
  for (bool IsFirst = true; !is(Token::CloseParen); IsFirst = false) {
    if (!IsFirst && !accept(Token::Comma))
      return false;
    if (IsVoid || !parseParameter(IsFirst, IsVoid))
      return false;
  }
  Scopes.close();
  advance();
  return true;
}

bool HeaderParser::parseParameter(bool IsFirst, bool &IsVoid) {
  if (is(Token::Other) && Next.Text == ".") {
    for (int Dots = 0; Dots != 3; ++Dots)
      if (!is(Token::Other) || Next.Text != "." || (Dots && Next.Text.begin() != Behind) || (advance(), false))
        return false;
    return !IsFirst && is(Token::CloseParen);
  }
  Specifiers Base;
  Declarator D;
  if (!parseSpecifiers(Where::Parameter, Base) || !parseDeclarator(D))
    return false;
  shapeOf(D, Base.Type);
  if (D.Parts.empty() && Base.Type.Is == Shape::Void) {
    IsVoid = true;
    return IsFirst && D.Name.empty() && is(Token::CloseParen);
  }
  // A parameter hides a type of the same name from the parameters after it.
  if (!D.Name.empty() && (!Scopes.add(D.Hash) || Symbols[D.Known].Name == Symbol::Typedef))
    doubt();
  return true;
}

/// An object has to have a complete type.
void HeaderParser::requireObject(const Shape &Type) {
  bool IsNever = Type.Is == Shape::Void || Type.Is == Shape::Function || Type.Is == Shape::Unknown;
  const Tag *Of = Type.Tag ? Symbols.tag(Type.Tag) : nullptr;
  if (IsNever || Type.IsFlexible || (Of && Of->State != Tag::Defined))
    doubt();
}

/// The declared type. Not plain if it is invalid: an array of functions or of an incomplete type.
Shape HeaderParser::shapeOf(const Declarator &D, const Shape &Base) {
  Shape Type = Base;
  for (const Part &Each : reverse(D.Parts)) {
    if (Each.Is == Part::Pointer) {
      Type = {.Is = Shape::Pointer, .Bytes = 8};
    } else if (Each.Is == Part::Function) {
      if (Type.Is == Shape::Function || Type.IsArray)
        doubt();
      Type = {.Is = Shape::Function};
    } else {
      requireObject(Type);
      uint64_t Bytes = uint64_t(Type.Bytes) * Each.Count.value_or(0);
      if (Bytes > Shape::MostBytes || (!Each.Count && &Each != &D.Parts.front()))
        doubt();
      Type.Bytes = std::min(Bytes, Shape::MostBytes);
      Type.IsArray = true;
    }
  }
  return Type;
}

} // namespace bpf::trim
