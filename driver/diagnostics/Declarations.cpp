// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Reads the declaration's line again, as tokens: clang has given its AST back before code is made.
#include "driver/diagnostics/Declarations.h"
#include "clang/Basic/SourceManager.h"
#include "clang/Frontend/CompilerInstance.h"
#include "clang/Lex/Lexer.h"

using namespace clang;

namespace bpf {

/// Where a declarator ends whose name is the token before; nothing where it has an initializer, or is none.
static std::optional<clang::SourceLocation> endOfDeclarator(Lexer &Tokens, Token Last, const SourceManager &Sources,
                                                            const LangOptions &Language) {
  unsigned Depth = 0;
  for (Token Next; !Tokens.LexFromRawLexer(Next); Last = Next) {
    if (!Depth && Next.isOneOf(tok::semi, tok::comma))
      return Lexer::getLocForEndOfToken(Last.getLocation(), 0, Sources, Language);
    if (Next.is(tok::l_square))
      ++Depth;
    else if (Next.is(tok::r_square) && Depth)
      --Depth;
    else if (!Depth)
      return std::nullopt;
  }
  return std::nullopt;
}

std::optional<FixItHint> fixItFor(const Fix &Repair, CompilerInstance &Compiler, const SourceIndex &Index) {
  clang::SourceLocation Line = Index.locationOf(Repair.Declared);
  const SourceManager &Sources = Compiler.getSourceManager();
  if (Line.isInvalid() || Sources.isInSystemHeader(Line))
    return std::nullopt;
  const LangOptions &Language = Compiler.getLangOpts();
  auto [File, Offset] = Sources.getDecomposedLoc(Line);
  llvm::StringRef Text = Sources.getBufferData(File);
  Lexer Tokens(Sources.getLocForStartOfFile(File), Language, Text.begin(), Text.begin() + Offset, Text.end());
  for (Token Name; !Tokens.LexFromRawLexer(Name);) {
    // In the text of a macro, or expanded from one, it is on another line than in debug information.
    if (Sources.getSpellingLineNumber(Name.getLocation()) != Repair.Declared.Line)
      break;
    if (!Name.is(tok::raw_identifier) || Name.getRawIdentifier() != Repair.Variable)
      continue;
    if (std::optional<clang::SourceLocation> End = endOfDeclarator(Tokens, Name, Sources, Language))
      return FixItHint::CreateInsertion(*End, Repair.Appended);
    break;
  }
  return std::nullopt;
}

} // namespace bpf
