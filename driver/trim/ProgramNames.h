// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The names in a program after preprocessing: members, tags, and other names.
#ifndef BPFTOOLCHAIN_DRIVER_TRIM_PROGRAMNAMES_H
#define BPFTOOLCHAIN_DRIVER_TRIM_PROGRAMNAMES_H

#include "clang/Basic/IdentifierTable.h"
#include "clang/Lex/Token.h"
#include "llvm/ADT/MapVector.h"

namespace bpf::trim {

/// How a program uses a name, as bits.
enum NameUse : uint8_t {
  UsedAsName = 1,   ///< of a type, a function, a variable, an enumerator
  UsedAsTag = 2,    ///< after struct, union or enum
  UsedAsMember = 4, ///< after . or ->, or in offsetof
};

class ProgramNames {
public:
  /// Reads the next token of the program.
  void add(const clang::Token &Each);
  /// For a name outside of C's grammar.
  void add(const clang::IdentifierInfo &Name, uint8_t Uses) { All[&Name] |= Uses; }

  /// In the order of their first use.
  llvm::MapVector<const clang::IdentifierInfo *, uint8_t> All;

private:
  uint8_t usesOf(const clang::Token &Each) const;
  void follow(const clang::Token &Each);

  clang::tok::TokenKind Before = clang::tok::eof;
  bool AwaitsTag = false;   ///< after struct, union or enum, before the tag
  unsigned TagDepth = 0;    ///< open parentheses since then
  unsigned OffsetDepth = 0; ///< open parentheses of an offsetof
};

} // namespace bpf::trim

#endif
