// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The names in the headers of a compile, each once: as a keyword or a macro, as an ordinary name, and as a tag. C has
// one name space for tags and one for all other names of file scope. Members have one in each structure, and are not
// here.
#ifndef BPFTOOLCHAIN_DRIVER_TRIM_SYMBOLS_H
#define BPFTOOLCHAIN_DRIVER_TRIM_SYMBOLS_H

#include "llvm/ADT/StringRef.h"
#include <cstdint>
#include <cstring>
#include <vector>

namespace bpf::trim {

/// The keywords of declarations.
enum class Keyword : uint8_t {
  None,
#define KEYWORD(Id, Spelling) Id,
#include "driver/trim/Keywords.def"
  Other, ///< any other keyword of the compiler, which plain declarations do not have
};

/// Index in Headers::Declarations.
using DeclarationId = uint32_t;
constexpr DeclarationId NoDeclaration = ~0U;

/// Index in the SymbolTable; 0 means no symbol.
using SymbolId = uint32_t;

/// What has to be known of a type to see whether a declaration with it is correct.
struct Shape {
  /// Declarations of larger objects are not plain.
  static constexpr uint64_t MostBytes = 1 << 28;

  enum Sort : uint8_t { Integer, Enum, Floating, Pointer, Record, Function, Void, Unknown };
  Sort Is = Unknown;
  uint8_t Bits = 0;        ///< of an Integer or an Enum
  bool IsArray = false;    ///< an array of what the other members describe
  bool IsFlexible = false; ///< ends with a flexible array member
  uint32_t Bytes = 16;     ///< upper bound of the size
  SymbolId Tag = 0;        ///< of a Record or an Enum, which has to be complete for an object of the type
};

/// A structure, a union or an enum.
struct Tag {
  enum Progress : uint8_t { Mentioned, Opened, Defined };
  Keyword Word;
  Progress State = Mentioned;
  DeclarationId DefinedBy = NoDeclaration; ///< set when its body is opened
  DeclarationId Announced = NoDeclaration; ///< the first `struct tag;`
  Shape Type = {};
};

/// Names that are spelled the same are one symbol.
struct Symbol {
  enum Ordinary : uint8_t { Undeclared, Typedef, Enumerator, Object };

  const char *Text;
  DeclarationId NamedBy = NoDeclaration; ///< the declaration of the ordinary name
  uint32_t TagIndex = 0;                 ///< see SymbolTable::tag(); 0 if there is no such tag
  uint32_t TypeIndex = 0;                ///< see SymbolTable::type(); of a Typedef
  uint16_t Length;
  Keyword Word = Keyword::None;
  Ordinary Name = Undeclared;
  uint8_t SeenImports = 0;          ///< bits: the contexts in which an undeclared type name was used
  bool IsMacro : 1 = false;         ///< an object-like macro
  bool IsFunctionMacro : 1 = false; ///< a function-like macro
  bool IsHeaderMacro : 1 = false;   ///< defined by a list; may stand in declarations that are kept
  bool IsUnbalanced : 1 = false;    ///< the macro's text might end a declaration
  bool IsBuiltin : 1 = false;       ///< names a builtin function
  bool IsSuspect : 1 = false;       ///< used by a declaration that was not understood
  bool IsConditional : 1 = false;   ///< declared within #if
  bool IsMember : 1 = false;        ///< the program uses a member of this name
  uint8_t Pointed = 0;              ///< as a tag: number of kept pointers to a qualified type of it

  llvm::StringRef text() const { return {Text, Length}; }
  bool mayBeMacro() const { return IsMacro || IsFunctionMacro; }
};

/// Up to eight characters as a number, different for different texts of one length.
inline uint64_t pieceOf(const char *Text, size_t Length) {
  auto Load = [Text](size_t At, auto Word) {
    std::memcpy(&Word, Text + At, sizeof(Word));
    return uint64_t(Word);
  };
  if (Length >= sizeof(uint64_t))
    return Load(0, uint64_t());
  if (Length >= sizeof(uint32_t))
    return Load(0, uint32_t()) | Load(Length - sizeof(uint32_t), uint32_t()) << 32;
  return Length ? Load(0, uint8_t()) | Load(Length / 2, uint8_t()) << 8 | Load(Length - 1, uint8_t()) << 16 : 0;
}

/// The hash that SymbolTable wants.
inline uint32_t hashOf(llvm::StringRef Text) {
  constexpr uint64_t Odd = 0x9e3779b97f4a7c15;
  constexpr size_t Step = sizeof(uint64_t);
  uint64_t Hash = (Text.size() * Odd ^ pieceOf(Text.data(), Text.size())) * Odd;
  for (size_t At = Step; At < Text.size(); At += Step)
    Hash = ((Hash ^ Hash >> 32) ^ pieceOf(Text.data() + At, Text.size() - At)) * Odd;
  return Hash >> 32;
}

/// memcmp() without a call; names with equal hashes are nearly always equal.
inline bool isSame(llvm::StringRef A, llvm::StringRef B) {
  constexpr size_t Step = sizeof(uint64_t);
  size_t Length = A.size();
  if (Length != B.size())
    return false;
  for (size_t At = 0; At + Step < Length; At += Step)
    if (pieceOf(A.data() + At, Step) != pieceOf(B.data() + At, Step))
      return false;
  size_t Rest = std::min(Length, Step);
  return pieceOf(A.end() - Rest, Rest) == pieceOf(B.end() - Rest, Rest);
}

class SymbolTable {
public:
  static constexpr size_t MostLength = UINT16_MAX;

  SymbolTable();

  /// \returns 0 if there is no symbol of that spelling.
  SymbolId find(llvm::StringRef Text, uint32_t Hash) const {
    for (size_t At = Hash & Mask;; At = (At + 1) & Mask) {
      const Slot &Each = Slots[At];
      if (!Each.Id)
        return 0;
      if (Each.Hash == Hash && isSame(Symbols[Each.Id].text(), Text))
        return Each.Id;
    }
  }
  SymbolId find(llvm::StringRef Text) const { return find(Text, hashOf(Text)); }

  /// Finds or adds the symbol of that spelling, which has at most MostLength characters and outlives the table.
  /// Invalidates references to symbols.
  SymbolId add(llvm::StringRef Text, uint32_t Hash);
  SymbolId add(llvm::StringRef Text) { return add(Text, hashOf(Text)); }

  /// Forgets what the declarations from Begin on declared, and marks their names as suspect.
  void forget(DeclarationId Begin);

  Symbol &operator[](SymbolId Id) { return Symbols[Id]; }
  const Symbol &operator[](SymbolId Id) const { return Symbols[Id]; }

  /// Null if there is no such tag.
  Tag *tag(SymbolId Id) { return Symbols[Id].TagIndex ? &Tags[Symbols[Id].TagIndex] : nullptr; }
  const Tag *tag(SymbolId Id) const { return Symbols[Id].TagIndex ? &Tags[Symbols[Id].TagIndex] : nullptr; }
  Tag &addTag(SymbolId Id, Keyword Word);

  /// Of a Typedef.
  const Shape &type(SymbolId Id) const { return Types[Symbols[Id].TypeIndex]; }
  void setType(SymbolId Id, const Shape &Type);

private:
  struct Slot {
    uint32_t Hash = 0;
    SymbolId Id = 0;
  };
  void grow();

  std::vector<Symbol> Symbols;
  std::vector<Tag> Tags;    ///< the first is unused
  std::vector<Shape> Types; ///< the first is unused
  std::vector<Slot> Slots;
  size_t Mask;
};

} // namespace bpf::trim

#endif
