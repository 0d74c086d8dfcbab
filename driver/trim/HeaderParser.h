// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Reads a header once, and decides for each declaration whether it is plain. A declaration that it does not understand
// is not plain; one that might change the meaning of others means that the header is not a list.
#ifndef BPFTOOLCHAIN_DRIVER_TRIM_HEADERPARSER_H
#define BPFTOOLCHAIN_DRIVER_TRIM_HEADERPARSER_H

#include "driver/trim/HeaderLexer.h"
#include "driver/trim/Headers.h"
#include "driver/trim/NameScopes.h"
#include "llvm/ADT/SmallVector.h"

namespace bpf::trim {

class HeaderParser {
public:
  HeaderParser(llvm::StringRef Text, Headers &To)
      : Symbols(To.Symbols), Declarations(To.Declarations), Number(To.All.size()), Lexer(Text) {}

  /// \returns false if the text is not a list of declarations.
  bool run(Header &Result);

private:
  using Token = HeaderToken;

  /// A part of a declarator, from the name outwards.
  struct Part {
    enum Sort : uint8_t { Pointer, Array, Function } Is;
    std::optional<uint32_t> Count = {}; ///< of an Array with a bound
  };
  struct Declarator {
    llvm::StringRef Name; ///< empty for an abstract declarator
    uint32_t Hash = 0;
    SymbolId Known = 0;
    llvm::SmallVector<Part, 6> Parts;
  };
  struct Specifiers {
    Shape Type;
    bool DefinesRecord = false, DefinesEnum = false;
    SymbolId Tag = 0; ///< of the structure, union or enum
  };
  enum class Where { File, Member, Parameter };

  // Tokens.
  void advance() {
    Behind = Next.Text.end();
    Next = Lexer.next();
    if (Next.Is == Token::Word) {
      NextSymbol = Symbols.find(Next.Text, Next.Hash);
      if (Symbols[NextSymbol].mayBeMacro())
        meetMacro();
    } else if (Next.Is == Token::Odd) {
      giveUp();
    }
  }
  void meetMacro();
  void giveUp() {
    IsList = false;
    Next = {};
  }
  bool is(Token::Sort Sort) const { return Next.Is == Sort; }
  bool is(Keyword Word) const { return Next.Is == Token::Word && Symbols[NextSymbol].Word == Word; }
  bool isName() const { return Next.Is == Token::Word && Symbols[NextSymbol].Word == Keyword::None; }
  bool accept(Token::Sort Sort) {
    bool IsIt = is(Sort);
    if (IsIt)
      advance();
    return IsIt;
  }
  bool accept(Keyword Word) {
    bool IsIt = is(Word);
    if (IsIt)
      advance();
    return IsIt;
  }
  /// Skips to the end of all brackets that are open, except Outer of them.
  void skipBrackets(int Outer);
  /// Accepts a decimal number without a suffix.
  std::optional<uint32_t> acceptNumber();

  // Directives, in Directives.cpp.
  void readDirective();
  void openCondition(llvm::StringRef Words);
  void readDefine(llvm::StringRef Words);
  void readPragma(llvm::StringRef Words);
  bool isUnderCondition() const { return Depth > (HasGuard ? 1U : 0U); }

  // Declarations, in HeaderParser.cpp.
  void readDeclaration();
  bool parseDeclaration();
  bool parseDeclared(Keyword Storage, const Specifiers &Base);
  bool parseHelperNumber(const Declarator &D);
  void parseFunctionEnd();
  void skipDeclaration();
  void skip();
  void suspectWords(llvm::StringRef Text);
  SymbolId declare(llvm::StringRef Name, uint32_t Hash, Symbol::Ordinary As);
  void doubt() { IsPlain = false; }
  void doubt(DeclarationId Id);

  // Types, in TypeParser.cpp. parse functions return false if they do not understand the declaration.
  bool parseSpecifiers(Where At, Specifiers &Result);
  bool parseTagged(Where At, Specifiers &Result);
  void openTag(SymbolId Id, Keyword Word);
  void closeTag(SymbolId Id, Shape &Type);
  void useTag(SymbolId Id, Keyword Word, Where At);
  bool useTypeName(Where At, Specifiers &Result);
  void parseTypeAttributes();
  bool parseDeclarator(Declarator &Result);
  bool parseSuffixes(Declarator &Result);
  bool parseParameters();
  bool parseParameter(bool IsFirst, bool &IsVoid);
  Shape shapeOf(const Declarator &D, const Shape &Base);
  void requireObject(const Shape &Type);

  // Braces and the attributes after them, in BodyParser.cpp.
  struct Body {
    bool IsUnion;
    uint64_t Bytes = 0; ///< upper bound of the size
    unsigned Members = 0;
    bool EndsFlexible = false; ///< no member may follow
  };
  bool parseRecordBody(Keyword Word, Specifiers &Result);
  bool parseMember(Body &Of);
  bool parseNameless(const Specifiers &Base, Body &Of);
  void addMember(const Declarator &D, const Shape &Type, Body &Of);
  bool parseBitField(const Shape &Type, bool HasName);
  struct Values {
    bool HasNegative = false;
    uint64_t Largest = 0, Smallest = 0; ///< of negative values, the largest magnitude
    bool MayGoOn = true;                ///< the next value fits in an int
  };
  bool parseEnumBody(Specifiers &Result);
  bool parseEnumerator(Values &All);
  bool parseValue(Values &All);
  enum class After { Record, Enum, Member };
  void parseAttributes(After What, Shape &Type);
  bool parseAttribute(After What, Shape &Type);

  SymbolTable &Symbols;
  std::vector<Declaration> &Declarations;
  unsigned Number;
  HeaderLexer Lexer;
  Token Next;
  SymbolId NextSymbol = 0;      ///< of Next, if it is a known Word
  const char *Behind = nullptr; ///< the end of the token before Next
  bool IsList = true;

  Header *Result = nullptr;
  unsigned Depth = 0; ///< of nested #if
  bool HasGuard = false, IsBehindGuard = false;

  // State of the current declaration.
  DeclarationId Current = 0;
  bool IsPlain = true;
  NameScopes Scopes;
};

} // namespace bpf::trim

#endif
