// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A PragmaHandler in clang's two namespaces. It rejects what it does not understand like clang.
#include "driver/diagnostics/Pragmas.h"
#include "clang/Basic/DiagnosticFrontend.h"
#include "clang/Basic/DiagnosticLex.h"
#include "clang/Lex/LiteralSupport.h"
#include "clang/Lex/Pragma.h"
#include "clang/Lex/Preprocessor.h"
#include "llvm/ADT/StringSwitch.h"

using namespace clang;
using namespace llvm;

namespace bpf {

namespace {

class Handler : public PragmaHandler {
public:
  Handler(StringRef Space, Pragmas &Keeper) : PragmaHandler("diagnostic"), Space(Space), Keeper(Keeper) {}

  void HandlePragma(Preprocessor &Reader, PragmaIntroducer Introducer, Token &First) override;

private:
  void pushOrPop(Preprocessor &Reader, bool Pushes, clang::SourceLocation Begin, const Token &Next);
  void setLevel(Preprocessor &Reader, diag::Severity Wanted, clang::SourceLocation Begin, Token &Next);
  bool setOwn(Preprocessor &Reader, StringRef Name, Choice Wanted, clang::SourceLocation Begin,
              clang::SourceLocation Where);

  StringRef Space;
  Pragmas &Keeper;
};

} // namespace

static Choice choiceOf(diag::Severity Wanted) {
  switch (Wanted) {
  case diag::Severity::Ignored:
    return Choice::Off;
  case diag::Severity::Error:
  case diag::Severity::Fatal:
    return Choice::Error;
  default:
    return Choice::Warning;
  }
}

/// \returns true where clang has no such group.
static bool setClangs(DiagnosticsEngine &Diagnostics, StringRef Group, bool IsRemark, diag::Severity Wanted,
                      clang::SourceLocation Begin) {
  diag::Flavor Kind = IsRemark ? diag::Flavor::Remark : diag::Flavor::WarningOrError;
  // No group, and yet a name.
  if (Group == "everything") {
    Diagnostics.setSeverityForAll(Kind, Wanted, Begin);
    return false;
  }
  return Diagnostics.setSeverityForGroup(Kind, Group, Wanted, Begin);
}

/// \returns true if there is no such check, after reporting it with the nearest name.
bool Handler::setOwn(Preprocessor &Reader, StringRef Name, Choice Wanted, clang::SourceLocation Begin,
                     clang::SourceLocation Where) {
  if (Keeper.set(Name, Wanted, Begin))
    return false;
  std::string Written = ("-W" + Name).str();
  if (StringRef Nearest = nearestCheck(Name); !Nearest.empty())
    Reader.Diag(Where, diag::warn_unknown_diag_option) << /*warning*/ 0 << Written << 1 << ("-Wbpf-" + Nearest).str();
  else
    Reader.Diag(Where, diag::warn_pragma_diagnostic_unknown_warning) << Written;
  return true;
}

void Handler::setLevel(Preprocessor &Reader, diag::Severity Wanted, clang::SourceLocation Begin, Token &Next) {
  clang::SourceLocation Where = Next.getLocation();
  std::string Name;
  if (!Reader.FinishLexStringLiteral(Next, Name, "pragma diagnostic", /*AllowMacroExpansion=*/false))
    return;
  if (Next.isNot(tok::eod)) {
    Reader.Diag(Next.getLocation(), diag::warn_pragma_diagnostic_invalid_token);
    return;
  }
  StringRef Group = Name;
  bool IsRemark = Group.starts_with("-R");
  if (Group.size() < 3 || !(Group.consume_front("-W") || Group.consume_front("-R"))) {
    Reader.Diag(Where, diag::warn_pragma_diagnostic_invalid_option);
    return;
  }
  if (!IsRemark && (Group == "bpf" || Group.starts_with("bpf-"))) {
    if (setOwn(Reader, Group, choiceOf(Wanted), Begin, Where))
      return;
  } else if (setClangs(Reader.getDiagnostics(), Group, IsRemark, Wanted, Begin)) {
    Reader.Diag(Where, diag::warn_pragma_diagnostic_unknown_warning) << Name;
    return;
  }
  if (PPCallbacks *Listener = Reader.getPPCallbacks())
    Listener->PragmaDiagnostic(Begin, Space, Wanted, Name);
}

void Handler::pushOrPop(Preprocessor &Reader, bool Pushes, clang::SourceLocation Begin, const Token &Next) {
  PPCallbacks *Listener = Reader.getPPCallbacks();
  if (Pushes) {
    Reader.getDiagnostics().pushMappings(Begin);
    Keeper.push();
    if (Listener)
      Listener->PragmaDiagnosticPush(Begin, Space);
  } else if (Reader.getDiagnostics().popMappings(Begin)) {
    Keeper.pop(Begin);
    if (Listener)
      Listener->PragmaDiagnosticPop(Begin, Space);
  } else {
    Reader.Diag(Next, diag::warn_pragma_diagnostic_cannot_pop);
  }
  if (Next.isNot(tok::eod))
    Reader.Diag(Next.getLocation(), diag::warn_pragma_diagnostic_invalid_token);
}

void Handler::HandlePragma(Preprocessor &Reader, PragmaIntroducer, Token &First) {
  clang::SourceLocation Begin = First.getLocation();
  Token Next;
  Reader.LexUnexpandedToken(Next);
  if (Next.isNot(tok::identifier)) {
    Reader.Diag(Next, diag::warn_pragma_diagnostic_invalid);
    return;
  }
  StringRef Word = Next.getIdentifierInfo()->getName();
  Reader.LexUnexpandedToken(Next);
  if (Word == "push" || Word == "pop")
    return pushOrPop(Reader, Word == "push", Begin, Next);
  auto Wanted = StringSwitch<std::optional<diag::Severity>>(Word)
                    .Case("ignored", diag::Severity::Ignored)
                    .Case("warning", diag::Severity::Warning)
                    .Case("error", diag::Severity::Error)
                    .Case("fatal", diag::Severity::Fatal)
                    .Default(std::nullopt);
  if (!Wanted) {
    Reader.Diag(Next, diag::warn_pragma_diagnostic_invalid);
    return;
  }
  setLevel(Reader, *Wanted, Begin, Next);
}

void Pragmas::listen(Preprocessor &Reader) {
  for (StringRef Space : {"clang", "GCC"}) {
    // It is found by its name.
    EmptyPragmaHandler Theirs("diagnostic");
    Reader.RemovePragmaHandler(Space, &Theirs);
    Reader.AddPragmaHandler(Space, new Handler(Space, *this));
  }
}

} // namespace bpf
