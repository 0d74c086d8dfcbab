// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// clang's own actions, for text only, with our Backend behind the parser.
#include "driver/compile/SourceInput.h"
#include "driver/compile/ContextRecords.h"
#include "driver/compile/DefinitionSize.h"
#include "driver/compile/ExternalTypes.h"
#include "driver/compile/PacketArithmetic.h"
#include "driver/compile/Retarget.h"
#include "driver/diagnostics/Pragmas.h"
#include "driver/diagnostics/Reporter.h"
#include "driver/diagnostics/Speak.h"
#include "driver/options/Inputs.h"
#include "driver/trim/HeaderTrim.h"
#include "clang/AST/ASTConsumer.h"
#include "clang/CodeGen/CodeGenAction.h"
#include "clang/CodeGen/ModuleBuilder.h"
#include "clang/Frontend/CompilerInstance.h"
#include "clang/Frontend/FrontendActions.h"
#include "clang/Frontend/MultiplexConsumer.h"
#include "llvm/IR/Module.h"
#include "llvm/Support/BuryPointer.h"

using namespace clang;
using namespace llvm;

namespace bpf {

/// A clear word instead of a page of parse errors for an object that was named by mistake.
static bool mainFileIsText(CompilerInstance &Compiler, StringRef Name) {
  SourceManager &Sources = Compiler.getSourceManager();
  std::optional<MemoryBufferRef> Main = Sources.getBufferOrNone(Sources.getMainFileID());
  if (!Main || isText(Main->getBuffer()))
    return true;
  unsigned Id = Compiler.getDiagnostics().getCustomDiagID(DiagnosticsEngine::Error,
                                                          "'%0' is not a source file: it is binary or not UTF-8");
  Compiler.getDiagnostics().Report(Id) << (Name == "-" ? "<stdin>" : Name);
  return false;
}

namespace {

/// One of clang's actions, for text only.
template <typename Base> class ForText : public Base {
public:
  explicit ForText(const CompileContext &Context) : Context(Context) {}

protected:
  bool BeginSourceFileAction(CompilerInstance &Compiler) override {
    Regions.listen(Compiler.getPreprocessor());
    if (Context.Trim)
      Context.Trim->watch(Compiler);
    return mainFileIsText(Compiler, this->getCurrentFile()) && Base::BeginSourceFileAction(Compiler);
  }

  const CompileContext &Context;
  Pragmas Regions;
};

/// Runs when clang has parsed all; before it has made IR, after which it may have cleared what it parsed, or when it
/// has, before EndSourceFile: later no diagnostic could be shown.
class WhenParsed : public ASTConsumer {
public:
  explicit WhenParsed(std::function<void()> Then) : Then(std::move(Then)) {}
  void HandleTranslationUnit(ASTContext &) override { Then(); }

private:
  std::function<void()> Then;
};

/// Parses, makes IR without LLVM's passes, and passes it to the Backend.
class CompileAction : public ForText<EmitLLVMOnlyAction> {
public:
  CompileAction(Emission Wanted, bool UserPasses, const CompileContext &Context)
      : ForText(Context), Wanted(Wanted), UserPasses(UserPasses) {}

  std::optional<BackendResult> Made; ///< nothing if clang itself rejected the source

protected:
  std::unique_ptr<ASTConsumer> CreateASTConsumer(CompilerInstance &Compiler, StringRef File) override {
    std::vector<std::unique_ptr<ASTConsumer>> Consumers;
    if (Context.Opts.convertsLegacyMaps(Context.T))
      Consumers.push_back(std::make_unique<WhenParsed>([this, &Compiler] { checkParsed(Compiler); }));
    bool Preserves = UserPasses && Compiler.getCodeGenOpts().OptimizationLevel > 0 &&
                     Context.Opts.Transforms.has(Transform::ContextOffsets);
    auto Contexts = std::make_unique<ContextRecords>(Preserves);
    PreservedRecords = &Contexts->preserved();
    Consumers.push_back(std::move(Contexts));
    std::unique_ptr<ASTConsumer> Generator = EmitLLVMOnlyAction::CreateASTConsumer(Compiler, File);
    if (!Generator)
      return nullptr;
    if (Context.T.hasNativeFrontEnd())
      Consumers.push_back(std::make_unique<WhenParsed>(
          [&Compiler, &To = *Generator] { describeExternals(Compiler.getASTContext(), To); }));
    Consumers.push_back(std::move(Generator));
    Consumers.push_back(std::make_unique<WhenParsed>([this, &Compiler] { compile(Compiler); }));
    return std::make_unique<MultiplexConsumer>(std::move(Consumers));
  }

  bool BeginSourceFileAction(CompilerInstance &Compiler) override {
    if (Error Wrong = checkFrontEnd(Compiler.getTarget(), Context.T)) {
      reportFailure(Compiler.getDiagnostics(), std::move(Wrong), Outcome::WrongInput);
      return false;
    }
    return ForText::BeginSourceFileAction(Compiler);
  }

private:
  /// What only the source has: the checks of IR come too late for it.
  void checkParsed(CompilerInstance &Compiler) {
    SourceIndex Index(Compiler);
    Judge Decides(Context.Opts.Warnings, &Regions, Index);
    Reporter Reports(Compiler, Decides, Index);
    auto Report = [&](const Finding &F) { Reports.report(F); };
    checkDefinitionSizes(Compiler.getASTContext(), Index, Report);
    checkPacketArithmetic(Compiler.getASTContext(), Index, Report);
  }

  void compile(CompilerInstance &Compiler) {
    llvm::Module *M = getCodeGenerator()->GetModule();
    if (!M || Compiler.getDiagnostics().hasErrorOccurred())
      return;
    if (Context.Trim)
      Context.Trim->restoreChecksums(*M);
    Compiler.getCodeGenOpts().DisableLLVMPasses = !UserPasses;
    if (Context.T.hasNativeFrontEnd()) {
      dropUnusedDeclarations(*M);
      retarget(Compiler, *M, Context.T);
    }
    Made = runBackend(
        Compiler, *M, Wanted,
        {Context.Opts, Context.T, Context.Guard, Context.Installed, Context.Trim, &Regions, PreservedRecords});
  }

  Emission Wanted;
  bool UserPasses;                               ///< false with -Xclang -disable-llvm-passes
  const StringSet<> *PreservedRecords = nullptr; ///< of a consumer, which clang owns
};

} // namespace

/// clang's own action for a job that makes no code; nothing where bpfcc has none.
static std::unique_ptr<FrontendAction> clangAction(frontend::ActionKind Action, const CompileContext &Context) {
  switch (Action) {
  case frontend::PrintPreprocessedInput:
    return std::make_unique<ForText<PrintPreprocessedAction>>(Context);
  case frontend::RunPreprocessorOnly:
    return std::make_unique<ForText<PreprocessOnlyAction>>(Context);
  case frontend::ParseSyntaxOnly:
    return std::make_unique<ForText<SyntaxOnlyAction>>(Context);
  case frontend::GeneratePCH:
    return std::make_unique<ForText<GeneratePCHAction>>(Context);
  default:
    return nullptr;
  }
}

BackendResult compileSource(CompilerInstance &Compiler, Emission Wanted, const CompileContext &Context) {
  // Without debug information there would be no lines for Findings either; this kind leaves nothing in the object.
  if (Context.Opts.Debug == DebugInfo::None)
    Compiler.getCodeGenOpts().setDebugInfo(llvm::codegenoptions::LocTrackingOnly);
  // The checksums of sources are a part of DWARF.
  if (Wanted == Emission::Object && Context.Opts.dropsDwarf())
    Compiler.getCodeGenOpts().setDebugSrcHash(CodeGenOptions::DSH_NONE);
  bool UserPasses = !Compiler.getCodeGenOpts().DisableLLVMPasses;
  Compiler.getCodeGenOpts().DisableLLVMPasses = true;
  auto Action = std::make_unique<CompileAction>(Wanted, UserPasses, Context);
  bool Good = Compiler.ExecuteAction(*Action);
  BackendResult Result = {Good ? Outcome::Good : Outcome::WrongInput, {}, {}};
  // A failure within LLVM was shown as an error too; the Backend has the more precise word.
  if (Action->Made)
    Result = {Context.Opts.Repairs ? Action->Made->Status : worse(Result.Status, Action->Made->Status),
              std::move(Action->Made->Result), std::move(Action->Made->ToRestore)};
  BuryPointer(std::move(Action));
  return Result;
}

std::optional<Outcome> runWithoutCode(CompilerInstance &Compiler, const CompileContext &Context) {
  std::unique_ptr<FrontendAction> Action = clangAction(Compiler.getFrontendOpts().ProgramAction, Context);
  if (!Action)
    return std::nullopt;
  return Compiler.ExecuteAction(*Action) ? Outcome::Good : Outcome::WrongInput;
}

} // namespace bpf
