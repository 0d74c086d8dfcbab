// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The headers of a compile that are lists of declarations, such as vmlinux.h, and what each declaration declares.
//
// A header is a list if it consists of declarations and directives, and no macro changes a declaration. A declaration
// may be dropped if it is plain: it has a form that never gets a diagnostic, whatever warnings are enabled, and every
// name in it is declared before it. So whatever is wrong, or might get a warning, is always parsed by clang.
#ifndef BPFTOOLCHAIN_DRIVER_TRIM_HEADERS_H
#define BPFTOOLCHAIN_DRIVER_TRIM_HEADERS_H

#include "driver/trim/Symbols.h"
#include <optional>

namespace bpf::trim {

/// The one #pragma clang attribute under which a declaration stays plain, without blanks.
constexpr llvm::StringLiteral PlainAttribute = "push(__attribute__((preserve_access_index)),apply_to=record)";

struct Declaration {
  llvm::StringRef Text; ///< within that of its header
  unsigned Header;      ///< index in Headers::All
  bool IsPlain;
  bool IsDirective = false;
  SymbolId Record = 0; ///< the tag, if this defines a structure or union and declares nothing else
};

struct Header {
  llvm::StringRef Text;
  DeclarationId Begin, End; ///< its declarations
  SymbolId Guard = 0;       ///< the macro of its include guard; 0 if there is none
  bool IsOnce = false;      ///< #pragma once
};

class Headers {
public:
  /// Reads the next header in the order of inclusion. Symbols has to know the macros that are defined at that place.
  /// \param Text is followed by a zero byte, and outlives this.
  /// \returns false if it is not a list of declarations; it is then not added.
  bool add(llvm::StringRef Text);

  SymbolTable Symbols;
  std::vector<Declaration> Declarations;
  std::vector<Header> All;
};

} // namespace bpf::trim

#endif
