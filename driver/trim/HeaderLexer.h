// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The tokens of a header that may be a list of declarations. A token that such a list never has, such as a character
// constant, an escape sequence or a digraph, is Odd, and the header is not a list.
#ifndef BPFTOOLCHAIN_DRIVER_TRIM_HEADERLEXER_H
#define BPFTOOLCHAIN_DRIVER_TRIM_HEADERLEXER_H

#include "driver/trim/Symbols.h"

namespace bpf::trim {

struct HeaderToken {
  /// Each punctuator that plain declarations use is a sort of its own, all others are Other. A Directive is a whole
  /// line, continued lines included.
  enum Sort : uint8_t {
    End = 0,
    Word = 1,
    Number = 2,
    String = 3,
    Directive = 4,
    Other = 5,
    Odd = 6,
    Macro = 7, ///< a Word that the preprocessor would replace; set by the parser
    Semicolon = ';',
    Comma = ',',
    Star = '*',
    Colon = ':',
    Equal = '=',
    Minus = '-',
    OpenBrace = '{',
    CloseBrace = '}',
    OpenParen = '(',
    CloseParen = ')',
    OpenBracket = '[',
    CloseBracket = ']',
  };
  Sort Is = End;
  uint32_t Hash = 0; ///< of a Word
  llvm::StringRef Text;
};

/// The class of each character.
class CharacterClasses {
public:
  enum Class : uint8_t { Letter, Digit, Blank, NewLine, Single, Open, Close, Rest };

  constexpr CharacterClasses() : Of() {
    for (unsigned C = 0; C != 256; ++C)
      Of[C] = (C >= 'a' && C <= 'z') || (C >= 'A' && C <= 'Z') || C == '_' ? Letter
              : C >= '0' && C <= '9'                                       ? Digit
                                                                           : Rest;
    for (char C : {';', ',', '*', '=', '-'})
      Of[uint8_t(C)] = Single;
    Of[uint8_t('{')] = Of[uint8_t('(')] = Of[uint8_t('[')] = Open;
    Of[uint8_t('}')] = Of[uint8_t(')')] = Of[uint8_t(']')] = Close;
    Of[uint8_t(' ')] = Of[uint8_t('\t')] = Of[uint8_t('\r')] = Blank;
    Of[uint8_t('\n')] = NewLine;
  }
  constexpr uint8_t operator[](char C) const { return Of[uint8_t(C)]; }

private:
  uint8_t Of[256];
};

/// Calls Do with each identifier-like word of any text.
template <typename Function> void eachWord(llvm::StringRef Text, Function Do) {
  constexpr CharacterClasses Classes;
  for (const char *At = Text.begin(), *End = Text.end(); At != End;) {
    const char *Begin = At;
    while (At != End && Classes[*At] <= CharacterClasses::Digit)
      ++At;
    if (At == Begin)
      ++At;
    else if (Classes[*Begin] == CharacterClasses::Letter)
      Do(llvm::StringRef(Begin, At - Begin));
  }
}

class HeaderLexer {
public:
  /// \param Text is followed by a zero byte.
  explicit HeaderLexer(llvm::StringRef Text) : First(Text.begin()), At(First), Last(Text.end()) {}

  HeaderToken next() {
    uint8_t Class = skipSpace();
    const char *Begin = At;
    if (Class == Letter) {
      while (Classes[*++At] <= Digit)
        ;
      llvm::StringRef Text(Begin, At - Begin);
      return {HeaderToken::Word, hashOf(Text), Text};
    }
    if (Class == Rest || Class == Digit)
      return rare();
    ++At;
    Nesting += (Class == Open) - (Class == Close);
    return {HeaderToken::Sort(*Begin), 0, {Begin, 1}};
  }

  /// The number of brackets of any kind that are open after the last token.
  int nesting() const { return Nesting; }

  /// The text after the last token.
  llvm::StringRef rest() const { return {At, size_t(Last - At)}; }

private:
  using enum CharacterClasses::Class;
  static constexpr CharacterClasses Classes = {};

  /// \returns the class of the next character.
  uint8_t skipSpace() {
    uint8_t Class;
    while ((Class = Classes[*At]) == Blank || Class == NewLine)
      ++At;
    return Class;
  }

  HeaderToken rare();
  bool startsLine() const;
  HeaderToken directive();
  HeaderToken string();
  HeaderToken punctuator();
  bool skipComment();
  HeaderToken odd() const { return {HeaderToken::Odd, 0, {At, 0}}; }

  const char *First, *At, *Last;
  int Nesting = 0;
};

} // namespace bpf::trim

#endif
