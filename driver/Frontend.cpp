// Sets up a CompilerInstance as clang's own -cc1 does, with our Backend behind the parser.
#include "driver/Frontend.h"
#include "driver/Inputs.h"
#include "clang/AST/ASTConsumer.h"
#include "clang/CodeGen/CodeGenAction.h"
#include "clang/CodeGen/ModuleBuilder.h"
#include "clang/Frontend/CompilerInstance.h"
#include "clang/Frontend/FrontendActions.h"
#include "clang/Frontend/MultiplexConsumer.h"
#include "llvm/IR/Module.h"
#include "llvm/Support/BuryPointer.h"
#include "llvm/Support/CommandLine.h"
#include "llvm/Support/Timer.h"

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
                                                          "'%0' is not a source: it is a binary file, or not in UTF-8");
  Compiler.getDiagnostics().Report(Id) << (Name == "-" ? "<stdin>" : Name);
  return false;
}

namespace {

/// One of clang's actions, for text only.
template <typename Base> class ForText : public Base {
protected:
  bool BeginSourceFileAction(CompilerInstance &Compiler) override {
    return mainFileIsText(Compiler, this->getCurrentFile()) && Base::BeginSourceFileAction(Compiler);
  }
};

/// Runs when clang has finished its IR, before EndSourceFile: later no diagnostic could be shown.
class AfterIR : public ASTConsumer {
public:
  explicit AfterIR(std::function<void()> Then) : Then(std::move(Then)) {}
  void HandleTranslationUnit(ASTContext &) override { Then(); }

private:
  std::function<void()> Then;
};

/// Parses, makes IR without LLVM's passes, and hands it to the Backend.
class CompileAction : public ForText<EmitLLVMOnlyAction> {
public:
  CompileAction(Emission Wanted, bool UserPasses, const CompileContext &Context)
      : Wanted(Wanted), UserPasses(UserPasses), Context(Context) {}

  std::optional<BackendResult> Made; ///< nothing where clang itself refused the source

protected:
  std::unique_ptr<ASTConsumer> CreateASTConsumer(CompilerInstance &Compiler, StringRef File) override {
    std::vector<std::unique_ptr<ASTConsumer>> Consumers;
    Consumers.push_back(EmitLLVMOnlyAction::CreateASTConsumer(Compiler, File));
    if (!Consumers.back())
      return nullptr;
    Consumers.push_back(std::make_unique<AfterIR>([this, &Compiler] { compile(Compiler); }));
    return std::make_unique<MultiplexConsumer>(std::move(Consumers));
  }

private:
  void compile(CompilerInstance &Compiler) {
    llvm::Module *M = getCodeGenerator()->GetModule();
    if (!M || Compiler.getDiagnostics().hasErrorOccurred())
      return;
    Compiler.getCodeGenOpts().DisableLLVMPasses = !UserPasses;
    Made = runBackend(Compiler, *M, Wanted, Context);
  }

  Emission Wanted;
  bool UserPasses; ///< false with -Xclang -disable-llvm-passes
  const CompileContext &Context;
};

} // namespace

static std::optional<Emission> emissionOf(frontend::ActionKind Action) {
  switch (Action) {
  case frontend::EmitObj:
    return Emission::Object;
  case frontend::EmitAssembly:
    return Emission::Assembly;
  case frontend::EmitBC:
    return Emission::Bitcode;
  case frontend::EmitLLVM:
    return Emission::IR;
  default:
    return std::nullopt;
  }
}

/// clang's own action for a job that makes no code; nothing where bpfcc has none.
static std::unique_ptr<FrontendAction> clangAction(frontend::ActionKind Action) {
  switch (Action) {
  case frontend::PrintPreprocessedInput:
    return std::make_unique<ForText<PrintPreprocessedAction>>();
  case frontend::RunPreprocessorOnly:
    return std::make_unique<ForText<PreprocessOnlyAction>>();
  case frontend::ParseSyntaxOnly:
    return std::make_unique<ForText<SyntaxOnlyAction>>();
  case frontend::GeneratePCH:
    return std::make_unique<ForText<GeneratePCHAction>>();
  default:
    return nullptr;
  }
}

/// -mllvm options, as clang's -cc1 reads them.
static void readLLVMOptions(ArrayRef<std::string> Words) {
  if (Words.empty())
    return;
  std::vector<const char *> Arguments = {"bpfcc (LLVM option parsing)"};
  for (const std::string &Word : Words)
    Arguments.push_back(Word.c_str());
  cl::ParseCommandLineOptions(Arguments.size(), Arguments.data());
}

static Outcome refuseAction(CompilerInstance &Compiler) {
  unsigned Id = Compiler.getDiagnostics().getCustomDiagID(DiagnosticsEngine::Error,
                                                          "bpfcc does not do this kind of compile for '%0' yet");
  Compiler.getDiagnostics().Report(Id) << Compiler.getFrontendOpts().Inputs.front().getFile();
  return Outcome::WrongInput;
}

static Outcome outcomeOf(bool Good) { return Good ? Outcome::Good : Outcome::WrongInput; }

static Outcome execute(CompilerInstance &Compiler, const CompileContext &Context, JobResult &Job) {
  FrontendOptions &Frontend = Compiler.getFrontendOpts();
  Job.Output = Frontend.OutputFile;
  if (Frontend.Inputs.size() == 1 && Frontend.Inputs.front().getKind().getLanguage() == Language::LLVM_IR)
    return refuseAction(Compiler);
  // Without debug information there would be no lines for Findings either; this kind leaves nothing in the object.
  if (Context.User.Debug == DebugInfo::None)
    Compiler.getCodeGenOpts().setDebugInfo(llvm::codegenoptions::LocTrackingOnly);
  if (Compiler.getCodeGenOpts().TimePasses)
    Compiler.createFrontendTimer();
  readLLVMOptions(Frontend.LLVMArgs);
  std::optional<Emission> Wanted = emissionOf(Frontend.ProgramAction);
  if (!Wanted) {
    std::unique_ptr<FrontendAction> Action = clangAction(Frontend.ProgramAction);
    return Action ? outcomeOf(Compiler.ExecuteAction(*Action)) : refuseAction(Compiler);
  }
  bool UserPasses = !Compiler.getCodeGenOpts().DisableLLVMPasses;
  Compiler.getCodeGenOpts().DisableLLVMPasses = true;
  auto Action = std::make_unique<CompileAction>(*Wanted, UserPasses, Context);
  Outcome How = outcomeOf(Compiler.ExecuteAction(*Action));
  Job.IsObject = *Wanted == Emission::Object;
  if (Action->Made) {
    // A failure within LLVM was shown as an error too; the Backend has the more precise word.
    How = std::max(How, Action->Made->How);
    Job.Result = std::move(Action->Made->Result);
    Job.ToGiveBack = std::move(Action->Made->ToGiveBack);
  }
  if (Frontend.DisableFree)
    BuryPointer(std::move(Action));
  return How;
}

JobResult runJob(ArrayRef<const char *> Cc1Arguments, const char *Argv0, bool IsOnly, const CompileContext &Context) {
  JobResult Job;
  auto Invocation = std::make_shared<CompilerInvocation>();
  auto Compiler = std::make_unique<CompilerInstance>(Invocation);
  Compiler->createVirtualFileSystem(llvm::vfs::getRealFileSystem());
  DiagnosticOptions EarlyOptions;
  IntrusiveRefCntPtr<DiagnosticsEngine> Early =
      CompilerInstance::createDiagnostics(Compiler->getVirtualFileSystem(), EarlyOptions);
  if (!CompilerInvocation::CreateFromArgs(*Invocation, Cc1Arguments, *Early, Argv0))
    return Job;
  // Freed where more is to come, left to the kernel where the process ends.
  Compiler->getFrontendOpts().DisableFree = IsOnly;
  Compiler->createDiagnostics();
  if (!Compiler->hasDiagnostics())
    return Job;
  std::optional<std::string> Failure = Context.Guard.run([&] { Job.How = execute(*Compiler, Context, Job); });
  if (Failure) {
    llvm::errs() << "bpfcc: error: clang could not compile '" << Compiler->getFrontendOpts().Inputs.front().getFile()
                 << "': " << *Failure << '\n';
    Job.How = Outcome::NotDone;
  }
  // What -ftime-report measured is printed where a timer dies, and those of a buried compile do not.
  if (Compiler->getCodeGenOpts().TimePasses)
    TimerGroup::printAll(llvm::errs());
  if (IsOnly || Failure)
    BuryPointer(std::move(Compiler));
  return Job;
}

} // namespace bpf
