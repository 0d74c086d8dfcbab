// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Listens to a preprocessor: included headers, pragmas, and every token.
#include "driver/trim/PrePass.h"
#include "driver/trim/KeptText.h"
#include "driver/trim/WarningGroups.h"
#include "clang/Basic/Builtins.h"
#include "clang/Frontend/CompilerInstance.h"
#include "clang/Lex/Pragma.h"
#include "clang/Lex/Preprocessor.h"

using namespace clang;
using namespace llvm;

namespace bpf::trim {

PrePass::PrePass() = default;
PrePass::~PrePass() = default;

/// Keywords and macros, as they are where a header is included.
static void describe(Symbol &S, const IdentifierInfo &Name, const Preprocessor &PP) {
  const MacroInfo *Macro = Name.hasMacroDefinition() ? PP.getMacroInfo(&Name) : nullptr;
  S.IsMacro = Macro && Macro->isObjectLike();
  S.IsFunctionMacro = Macro && Macro->isFunctionLike();
  S.IsBuiltin = Name.getBuiltinID() != 0;
  bool IsKeyword = Name.getTokenID() != tok::identifier || Name.isPoisoned();
  if (S.Word == Keyword::None && IsKeyword)
    S.Word = Name.getTokenID() == tok::kw_bool ? Keyword::Bool : Keyword::Other;
  else if (S.Word != Keyword::None && !IsKeyword)
    S.Word = Keyword::None;
  if (!Macro)
    return;
  int Parentheses = 0;
  for (const Token &Each : Macro->tokens()) {
    Parentheses += Each.is(tok::l_paren) - Each.is(tok::r_paren);
    S.IsUnbalanced |= Parentheses < 0 || Each.isOneOf(tok::semi, tok::l_brace, tok::r_brace);
  }
  S.IsUnbalanced |= Parentheses != 0;
}

namespace {

class Watcher : public PPCallbacks {
public:
  Watcher(PrePass &Made, Preprocessor &PP) : Made(Made), PP(PP) {}

  void InclusionDirective(SourceLocation, const Token &, StringRef, bool, CharSourceRange, OptionalFileEntryRef File,
                          StringRef, StringRef, const clang::Module *, bool, SrcMgr::CharacteristicKind) override {
    if (!File)
      return;
    if (File->getFileEntry().isNamedPipe())
      return skipPipe(*File);
    if (auto Known = find(Made.Files, *File); Known != Made.Files.end())
      checkAgain(Made.Lists.All[Known - Made.Files.begin()]);
    else if (File->getSize() >= off_t(LeastBytes))
      readHeader(*File);
  }

  void PragmaDiagnostic(SourceLocation, StringRef, diag::Severity Severity, StringRef Group) override {
    if (Severity != diag::Severity::Ignored && !staysSilent(Group.ltrim("-").drop_front()))
      Made.WhyNot = ("because a pragma enables '" + Group + "'").str();
  }

private:
  /// What is read from a pipe is gone, and a second open may wait for ever.
  void skipPipe(FileEntryRef File) {
    Made.WhyNot = "because a header is a pipe";
    PP.getSourceManager().overrideFileContents(File, MemoryBuffer::getMemBuffer(""));
  }

  /// A header without a guard declares everything twice.
  void checkAgain(const Header &Known) {
    const IdentifierInfo *Guard = Known.Guard ? PP.getIdentifierInfo(Made.Lists.Symbols[Known.Guard].text()) : nullptr;
    if (!Known.IsOnce && !(Guard && Guard->hasMacroDefinition()))
      Made.WhyNot = "because a header is read twice";
  }

  void readHeader(FileEntryRef File) {
    auto Text = PP.getFileManager().getBufferForFile(File);
    if (!Text)
      return;
    SymbolTable &Symbols = Made.Lists.Symbols;
    for (const auto &Each : PP.getIdentifierTable())
      if (const IdentifierInfo &Name = *Each.second; isSpecial(Name))
        describe(Symbols[Symbols.add(Name.getName())], Name, PP);
    // Symbols also keep words of a text that is no list after all.
    Made.Texts.push_back(std::move(*Text));
    if (!Made.Lists.add(Made.Texts.back()->getBuffer()))
      return;
    addMacroBodies();
    std::string Directives = directivesOf(Made.Lists, Made.Lists.All.back());
    PP.getSourceManager().overrideFileContents(File, MemoryBuffer::getMemBufferCopy(Directives));
    Made.Files.push_back(File);
  }

  /// The words of macros that declarations of the header end with.
  void addMacroBodies() {
    for (const auto &Each : PP.getIdentifierTable()) {
      bool IsUsed = Made.Lists.Symbols[Made.Lists.Symbols.find(Each.first())].IsHeaderMacro;
      const MacroInfo *Macro = IsUsed ? PP.getMacroInfo(Each.second) : nullptr;
      for (const Token &Part : Macro ? Macro->tokens() : ArrayRef<Token>())
        if (const IdentifierInfo *Name = Part.getIdentifierInfo())
          Made.Names.add(*Name, UsedAsName | UsedAsTag);
    }
  }

  /// hadMacroDefinition: #undef may come between two headers.
  bool isSpecial(const IdentifierInfo &Name) const {
    return Name.hasMacroDefinition() || Name.hadMacroDefinition() || Name.getTokenID() != tok::identifier ||
           Name.getBuiltinID() != 0 || Name.isPoisoned();
  }

  PrePass &Made;
  Preprocessor &PP;
};

/// The words of pragmas: they name functions and types too.
class PragmaWords : public PragmaHandler {
public:
  explicit PragmaWords(PrePass &Made) : Made(Made) {}

  void HandlePragma(Preprocessor &PP, PragmaIntroducer, Token &First) override {
    std::string Text;
    SmallVector<const IdentifierInfo *, 8> Names;
    for (Token Each = First; Each.isNot(tok::eod); PP.LexUnexpandedToken(Each)) {
      Text += PP.getSpelling(Each);
      if (const IdentifierInfo *Name = Each.getIdentifierInfo())
        Names.push_back(Name);
    }
    StringRef Attribute = Text;
    bool IsAttribute = Attribute.consume_front("attribute");
    if (IsAttribute && (Attribute == "pop" || Attribute == PlainAttribute))
      return;
    for (const IdentifierInfo *Name : Names)
      Made.Names.add(*Name, UsedAsName | UsedAsTag);
    // Other attributes might be warned of at a declaration.
    if (IsAttribute)
      Made.WhyNot = "because a pragma gives declarations an attribute";
  }

private:
  PrePass &Made;
};

} // namespace

/// A compiler with the options and files of another, in its initial state, that prints nothing.
static std::unique_ptr<CompilerInstance> silentTwin(CompilerInstance &Compiler) {
  auto Invocation = std::make_shared<CompilerInvocation>(Compiler.getInvocation());
  Invocation->getDependencyOutputOpts() = {};
  Invocation->getHeaderSearchOpts().Verbose = false;
  auto Twin = std::make_unique<CompilerInstance>(std::move(Invocation));
  Twin->setVirtualFileSystem(Compiler.getVirtualFileSystemPtr());
  Twin->setFileManager(Compiler.getFileManagerPtr());
  Twin->createDiagnostics(new IgnoringDiagConsumer());
  if (!Twin->createTarget())
    return nullptr;
  Twin->createSourceManager();
  if (!Twin->InitializeSourceManager(Twin->getFrontendOpts().Inputs.front()))
    return nullptr;
  Twin->createPreprocessor(TU_Complete);
  return Twin;
}

std::unique_ptr<PrePass> runPrePass(CompilerInstance &Compiler) {
  auto Made = std::make_unique<PrePass>();
  Made->Instance = silentTwin(Compiler);
  if (!Made->Instance) {
    Made->WhyNot = "because the source cannot be read";
    return Made;
  }
  Preprocessor &PP = Made->Instance->getPreprocessor();
  PP.getBuiltinInfo().initializeBuiltins(PP.getIdentifierTable(), PP.getLangOpts());
  PP.addPPCallbacks(std::make_unique<Watcher>(*Made, PP));
  for (StringRef Namespace : {"", "GCC", "clang"})
    PP.AddPragmaHandler(Namespace, new PragmaWords(*Made));
  PP.EnterMainSourceFile();
  Token Each;
  for (PP.Lex(Each); Each.isNot(tok::eof); PP.Lex(Each))
    Made->Names.add(Each);
  if (Made->Instance->getDiagnostics().hasErrorOccurred())
    Made->WhyNot = "because there are errors";
  return Made;
}

} // namespace bpf::trim
