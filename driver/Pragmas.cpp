// A PragmaHandler in clang's two namespaces, and the regions that it makes.
#include "driver/Pragmas.h"
#include "clang/Basic/DiagnosticLex.h"
#include "clang/Basic/SourceManager.h"
#include "clang/Lex/LiteralSupport.h"
#include "clang/Lex/Pragma.h"
#include "clang/Lex/Preprocessor.h"
#include "llvm/ADT/STLExtras.h"
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
  void setLevel(Preprocessor &Reader, diag::Severity Wanted, clang::SourceLocation Begin, Token &Next);

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

void Handler::setLevel(Preprocessor &Reader, diag::Severity Wanted, clang::SourceLocation Begin, Token &Next) {
  Reader.LexUnexpandedToken(Next);
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
  bool IsKnown;
  if (!IsRemark && (Group == "bpf" || Group.starts_with("bpf-"))) {
    IsKnown = Keeper.set(Group, choiceOf(Wanted), Begin);
  } else {
    diag::Flavor Kind = IsRemark ? diag::Flavor::Remark : diag::Flavor::WarningOrError;
    IsKnown = !Reader.getDiagnostics().setSeverityForGroup(Kind, Group, Wanted, Begin);
  }
  if (!IsKnown)
    Reader.Diag(Where, diag::warn_pragma_diagnostic_unknown_warning) << Name;
  else if (PPCallbacks *Listener = Reader.getPPCallbacks())
    Listener->PragmaDiagnostic(Begin, Space, Wanted, Name);
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
  PPCallbacks *Listener = Reader.getPPCallbacks();
  if (Word == "push" || Word == "pop") {
    if (Word == "push") {
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
    Reader.LexUnexpandedToken(Next);
    if (Next.isNot(tok::eod))
      Reader.Diag(Next.getLocation(), diag::warn_pragma_diagnostic_invalid_token);
    return;
  }
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

void Pragmas::push() { Pushed.push_back(Now); }

void Pragmas::pop(clang::SourceLocation Where) {
  if (Pushed.empty())
    return;
  Now = std::move(Pushed.back());
  Pushed.pop_back();
  Regions.push_back({Where, Now});
}

bool Pragmas::set(StringRef Name, Choice Wanted, clang::SourceLocation Where) {
  if (Name == "bpf")
    Now.assign(Now.size(), Wanted);
  else if (std::optional<Check> Known = findCheck(Name))
    Now[unsigned(*Known)] = Wanted;
  else
    return false;
  Regions.push_back({Where, Now});
  return true;
}

Choice Pragmas::at(Check C, clang::SourceLocation Where, const SourceManager &Sources) const {
  if (Where.isInvalid())
    return Choice::Default;
  for (const Region &Each : reverse(Regions))
    if (Sources.isBeforeInTranslationUnit(Each.Begin, Where))
      return Each.Own[unsigned(C)];
  return Choice::Default;
}

} // namespace bpf
