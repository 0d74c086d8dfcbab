// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Sets up a CompilerInstance as clang's own -cc1 does, and finds out what kind of job it is.
#include "driver/compile/Frontend.h"
#include "driver/compile/FollowingNotes.h"
#include "driver/compile/IRInput.h"
#include "driver/compile/SourceInput.h"
#include "driver/diagnostics/SarifConsumer.h"
#include "driver/diagnostics/Speak.h"
#include "driver/object/ClangOutput.h"
#include "driver/process/PrintError.h"
#include "driver/trim/HeaderTrim.h"
#include "driver/trim/TrimOptions.h"
#include "clang/Frontend/CompilerInstance.h"
#include "clang/Frontend/TextDiagnosticPrinter.h"
#include "llvm/Support/BuryPointer.h"
#include "llvm/Support/CommandLine.h"
#include "llvm/Support/Timer.h"

using namespace clang;
using namespace llvm;

namespace bpf {

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

/// -mllvm options, as clang's -cc1 reads them.
static void readLLVMOptions(ArrayRef<std::string> Words) {
  if (Words.empty())
    return;
  std::vector<const char *> Arguments = {"bpfcc (LLVM option parsing)"};
  for (const std::string &Word : Words)
    Arguments.push_back(Word.c_str());
  cl::ParseCommandLineOptions(Arguments.size(), Arguments.data());
}

static Outcome rejectAction(CompilerInstance &Compiler) {
  unsigned Id = Compiler.getDiagnostics().getCustomDiagID(DiagnosticsEngine::Error,
                                                          "this kind of compile is not supported for '%0'");
  Compiler.getDiagnostics().Report(Id) << Compiler.getFrontendOpts().Inputs.front().getFile();
  return Outcome::WrongInput;
}

static bool isIR(const FrontendOptions &Frontend) {
  return Frontend.Inputs.size() == 1 && Frontend.Inputs.front().getKind().getLanguage() == Language::LLVM_IR;
}

static Outcome execute(CompilerInstance &Compiler, const CompileContext &Context, JobResult &Job) {
  FrontendOptions &Frontend = Compiler.getFrontendOpts();
  Job.Output = Frontend.OutputFile;
  if (Compiler.getCodeGenOpts().TimePasses)
    Compiler.createFrontendTimer();
  readLLVMOptions(Frontend.LLVMArgs);
  std::optional<Emission> Wanted = emissionOf(Frontend.ProgramAction);
  if (!Wanted) {
    std::optional<Outcome> Status = isIR(Frontend) ? std::nullopt : runWithoutCode(Compiler, Context);
    return Status ? *Status : rejectAction(Compiler);
  }
  BackendResult Made = (isIR(Frontend) ? compileIR : compileSource)(Compiler, *Wanted, Context);
  Job.IsObject = *Wanted == Emission::Object;
  // Sources that were repaired are not those that were compiled.
  if (!Context.Opts.Repairs)
    Job.Result = std::move(Made.Result);
  Job.ToRestore = std::move(Made.ToRestore);
  return Made.Status;
}

static DiagnosticConsumer *printer(const CompileContext &Context, DiagnosticOptions &Options) {
  if (Context.Opts.EmitsSarif)
    return new FollowingNotes<SarifConsumer>(Options);
  return new FollowingNotes<TextDiagnosticPrinter>(llvm::errs(), Options);
}

static bool keepsDwarf(const Options &Opts) { return !Opts.dropsDwarf() && Opts.Debug != DebugInfo::None; }

/// The option because of which headers are not trimmed; empty where they may be.
static std::string optionAgainstTrim(ArrayRef<const char *> Cc1Arguments, const Options &Opts) {
  if (!Opts.TrimsHeaders)
    return "--no-header-trim";
  return Opts.Repairs ? "--fix" : trim::optionAgainst(Cc1Arguments);
}

static std::optional<std::string> executeTrimmed(CompilerInstance &Compiler, CompileContext Context,
                                                 trim::HeaderTrim &Trim, JobResult &Job) {
  Context.Trim = &Trim;
  std::optional<std::string> Failure = Context.Guard.run([&] { Job.Status = execute(Compiler, Context, Job); });
  Trim.finish(!Failure && Job.Status == Outcome::Good);
  return Failure;
}

JobResult runJob(ArrayRef<const char *> Cc1Arguments, const char *Argv0, const CompileContext &Context) {
  JobResult Job;
  auto Invocation = std::make_shared<CompilerInvocation>();
  auto Compiler = std::make_unique<CompilerInstance>(Invocation);
  Compiler->createVirtualFileSystem(llvm::vfs::getRealFileSystem());
  DiagnosticOptions EarlyOptions;
  IntrusiveRefCntPtr<DiagnosticsEngine> Early = CompilerInstance::createDiagnostics(
      Compiler->getVirtualFileSystem(), EarlyOptions, printer(Context, EarlyOptions));
  if (!CompilerInvocation::CreateFromArgs(*Invocation, Cc1Arguments, *Early, Argv0))
    return Job;
  // A process compiles once (see Jobs), so that all is left to the kernel.
  Compiler->getFrontendOpts().DisableFree = true;
  Compiler->createDiagnostics(printer(Context, Compiler->getDiagnosticOpts()));
  if (!Compiler->hasDiagnostics())
    return Job;
  acceptTaggedMembersOfKernel(Compiler->getDiagnostics());
  bool OutputFailed = false;
  Compiler->setOutputManager(makeIntrusiveRefCnt<ClangOutput>(OutputFailed));
  // Not freed, like all that the compile makes.
  auto *Trim = new trim::HeaderTrim(keepsDwarf(Context.Opts), optionAgainstTrim(Cc1Arguments, Context.Opts));
  std::optional<std::string> Failure = executeTrimmed(*Compiler, Context, *Trim, Job);
  if (std::string Summary = Context.Opts.Verbose ? Trim->summary() : ""; !Summary.empty())
    remark(*Early, Summary);
  if (OutputFailed)
    Job.Status = Outcome::NotDone;
  if (Failure) {
    printError("clang could not compile '" + Compiler->getFrontendOpts().Inputs.front().getFile() + "': " + *Failure);
    Job.Status = Context.Guard.ranOutOfStack() ? Outcome::WrongInput : Outcome::NotDone;
  }
  // What -ftime-report measured is printed where a timer dies, and those of a buried compile do not.
  if (Compiler->getCodeGenOpts().TimePasses)
    TimerGroup::printAll(llvm::errs());
  BuryPointer(std::move(Compiler));
  return Job;
}

} // namespace bpf
