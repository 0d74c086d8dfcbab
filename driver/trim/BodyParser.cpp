// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The bodies of structures, unions and enums, and the attributes after them.
#include "driver/trim/HeaderParser.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/MathExtras.h"

using namespace llvm;

namespace bpf::trim {

bool HeaderParser::parseRecordBody(Keyword Word, Specifiers &Result) {
  Body Parsed{Word == Keyword::Union};
  Result.DefinesRecord = true;
  advance();
  Scopes.open();
  while (!is(Token::CloseBrace))
    if (!parseMember(Parsed))
      return false;
  advance();
  if (Parsed.Bytes > Shape::MostBytes)
    doubt();
  Result.Type = {.Is = Shape::Record, .Bytes = uint32_t(std::min(Parsed.Bytes, Shape::MostBytes))};
  Result.Type.IsFlexible = Parsed.EndsFlexible;
  parseAttributes(After::Record, Result.Type);
  // The members of an anonymous structure are members of the outer one.
  bool IsAnonymous = is(Token::Semicolon) && !Result.Tag && Lexer.nesting() > 0;
  if (!IsAnonymous)
    Scopes.close();
  else if (!Scopes.closeIntoOuter())
    doubt();
  return true;
}

bool HeaderParser::parseMember(Body &Of) {
  if (Of.EndsFlexible)
    doubt();
  Specifiers Base;
  if (!parseSpecifiers(Where::Member, Base))
    return false;
  if (is(Token::Semicolon) || is(Token::Colon))
    return parseNameless(Base, Of);
  Declarator D;
  if (!parseDeclarator(D) || D.Name.empty())
    return false;
  Shape Type = shapeOf(D, Base.Type);
  addMember(D, Type, Of);
  if (is(Token::Colon) && !parseBitField(Type, /*HasName=*/true))
    return false;
  parseAttributes(After::Member, Type);
  return accept(Token::Semicolon);
}

/// An anonymous structure or union, or unnamed bits.
bool HeaderParser::parseNameless(const Specifiers &Base, Body &Of) {
  if (is(Token::Colon))
    return parseBitField(Base.Type, /*HasName=*/false) && accept(Token::Semicolon);
  // With a tag it is a Microsoft extension, or declares nothing and gets a warning.
  if (!Base.DefinesRecord || Base.Tag || Base.Type.IsFlexible)
    doubt();
  Of.Bytes += Base.Type.Bytes;
  ++Of.Members;
  return accept(Token::Semicolon);
}

void HeaderParser::addMember(const Declarator &D, const Shape &Type, Body &Of) {
  constexpr uint32_t MostPadding = 64;
  bool IsFlexible = !D.Parts.empty() && D.Parts[0].Is == Part::Array && !D.Parts[0].Count;
  if (!IsFlexible)
    requireObject(Type);
  else if (Of.IsUnion || Of.Members == 0)
    doubt();
  if (!Scopes.add(D.Hash))
    doubt();
  Of.EndsFlexible |= IsFlexible;
  Of.Bytes += Type.Bytes + MostPadding;
  ++Of.Members;
}

bool HeaderParser::parseBitField(const Shape &Type, bool HasName) {
  advance();
  std::optional<uint32_t> Bits = acceptNumber();
  if (!Bits)
    return false;
  requireObject(Type);
  bool HasBits = (Type.Is == Shape::Integer || Type.Is == Shape::Enum) && !Type.IsArray;
  if (!HasBits || *Bits > Type.Bits || (*Bits == 0 && HasName))
    doubt();
  return true;
}

bool HeaderParser::parseEnumBody(Specifiers &Result) {
  Values All;
  Result.DefinesEnum = true;
  advance();
  do {
    if (!parseEnumerator(All))
      return false;
  } while (accept(Token::Comma) && !is(Token::CloseBrace));
  if (!accept(Token::CloseBrace))
    return false;
  if (All.HasNegative && All.Largest > INT64_MAX)
    doubt();
  bool IsWide = All.Largest > (All.HasNegative ? INT32_MAX : UINT32_MAX) || All.Smallest > uint64_t(INT32_MAX) + 1;
  Result.Type = {.Is = Shape::Enum, .Bits = uint8_t(IsWide ? 64 : 32)};
  parseAttributes(After::Enum, Result.Type);
  return true;
}

bool HeaderParser::parseEnumerator(Values &All) {
  if (!isName())
    return false;
  declare(Next.Text, Next.Hash, Symbol::Enumerator);
  advance();
  if (accept(Token::Equal))
    return parseValue(All);
  if (!All.MayGoOn)
    doubt();
  return true;
}

/// A decimal number as bpftool prints it, with a sign and a suffix if needed.
bool HeaderParser::parseValue(Values &All) {
  bool IsNegative = accept(Token::Minus);
  StringRef Digits = Next.Text;
  if (!is(Token::Number))
    return false;
  StringRef Suffix = Digits.ltrim("0123456789");
  Digits = Digits.drop_back(Suffix.size());
  bool IsUnsigned = Suffix.starts_with("U");
  uint64_t Value;
  if (!is_contained({"", "U", "L", "UL", "LL", "ULL"}, Suffix) || (Digits.size() > 1 && Digits[0] == '0') ||
      Digits.getAsInteger(10, Value) || (Value > INT64_MAX && (!IsUnsigned || IsNegative)))
    return false;
  advance();
  (IsNegative ? All.Smallest : All.Largest) = std::max(IsNegative ? All.Smallest : All.Largest, Value);
  All.HasNegative |= IsNegative;
  All.MayGoOn = Value < INT32_MAX / 2;
  return true;
}

void HeaderParser::parseAttributes(After What, Shape &Type) {
  while (is(Keyword::Attribute)) {
    int Outer = Lexer.nesting();
    if (parseAttribute(What, Type))
      continue;
    doubt();
    skipBrackets(Outer);
  }
}

/// An attribute that never gets a diagnostic. \returns false within any other.
bool HeaderParser::parseAttribute(After What, Shape &Type) {
  constexpr uint32_t MostAlignment = 4096;
  advance();
  if (!accept(Token::OpenParen) || !accept(Token::OpenParen) || !is(Token::Word))
    return false;
  StringRef Name = Next.Text;
  advance();
  if (Name == "aligned" && What != After::Enum) {
    if (!accept(Token::OpenParen))
      return false;
    std::optional<uint32_t> Bytes = acceptNumber();
    if (!Bytes || !accept(Token::CloseParen))
      return false;
    if (!isPowerOf2_32(*Bytes) || *Bytes > MostAlignment)
      doubt();
  } else if (Name == "packed" && What != After::Member) {
    // A packed enum is as small as possible.
    if (What == After::Enum)
      Type.Bits = 8;
  } else if (Name != "preserve_access_index" || What != After::Record) {
    return false;
  }
  return accept(Token::CloseParen) && accept(Token::CloseParen);
}

} // namespace bpf::trim
