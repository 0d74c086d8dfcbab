// Runs clang's driver in this process and does its jobs itself.
#include "driver/Compile.h"
#include "driver/Assemble.h"
#include "driver/Frontend.h"
#include "driver/Inputs.h"
#include "driver/Output.h"
#include "clang/Basic/DiagnosticFrontend.h"
#include "clang/Driver/Compilation.h"
#include "clang/Driver/Driver.h"
#include "clang/Driver/Tool.h"
#include "clang/Frontend/CompilerInvocation.h"
#include "clang/Frontend/TextDiagnosticPrinter.h"
#include "clang/Options/Options.h"
#include "llvm/Support/FormatVariadic.h"
#include "llvm/Support/VirtualFileSystem.h"

using namespace llvm;
using clang::DiagnosticsEngine;
namespace diag = clang::diag;
using Command = clang::driver::Command;
using Compilation = clang::driver::Compilation;

namespace bpf {

/// The words of the whole call as clang's driver is to see them.
static std::vector<const char *> clangWords(const Options &User, const Profile &Arguments, const Installation &Own) {
  // What the Profile says for every kind of compile is not unused in the user's eyes.
  std::vector<const char *> Words = {Own.Executable.c_str(), "--start-no-unused-arguments"};
  for (const ProfileArgument &Each : Arguments)
    for (const std::string &Word : Each.Words)
      Words.push_back(Word.c_str());
  Words.push_back("--end-no-unused-arguments");
  for (const std::string &Word : User.ClangArguments)
    Words.push_back(Word.c_str());
  return Words;
}

static void warn(DiagnosticsEngine &Diagnostics, const Levels &Warnings, const Twine &Message) {
  Level L = Warnings.ofWarning();
  if (L == Level::Off)
    return;
  unsigned Id =
      Diagnostics.getCustomDiagID(L == Level::Error ? DiagnosticsEngine::Error : DiagnosticsEngine::Warning, "%0");
  Diagnostics.Report(Id) << Message.str();
}

static void remark(DiagnosticsEngine &Diagnostics, const Twine &Message) {
  Diagnostics.Report(Diagnostics.getCustomDiagID(DiagnosticsEngine::Remark, "%0")) << Message.str();
}

/// What there is to say about the options themselves, once a call.
static void speakOfOptions(DiagnosticsEngine &Diagnostics, const Options &User, const Target &For) {
  for (const Levels::Unknown &Each : User.Warnings.unknown())
    Diagnostics.Report(diag::warn_unknown_diag_option)
        << /*warning*/ 0 << Each.Argument << !Each.Nearest.empty() << Each.Nearest;
  for (const DroppedOption &Each : User.Dropped)
    if (User.Verbose)
      remark(Diagnostics, formatv("'{0}' is dropped: {1}", Each.Word, Each.Why));
  if (!User.MakesCode)
    return;
  if (User.OptimizationIsOff)
    warn(Diagnostics, User.Warnings, "at -O0 the kernel refuses every program that calls a helper; use -O1 or -O2");
  if (For.cpuIsGuessed())
    remark(Diagnostics,
           formatv("bpf() is not permitted here: -mcpu={0} is taken from the kernel's release {1}; name it to be sure",
                   name(For.cpu()), For.kernel().text()));
}

/// Shows what went wrong. \returns How, for the caller to return.
static Outcome reportFailure(DiagnosticsEngine &Diagnostics, Error E, Outcome How) {
  unsigned Id = Diagnostics.getCustomDiagID(DiagnosticsEngine::Error, "%0");
  Diagnostics.Report(Id) << toString(std::move(E));
  return How;
}

/// Finishes and writes what a job made.
static Outcome deliver(DiagnosticsEngine &Diagnostics, JobResult &Job, const Options &User) {
  if (!Job.Result)
    return Outcome::Good;
  if (Job.IsObject) {
    Expected<Bytes> Finished =
        finish(std::move(*Job.Result), {User.Debug == DebugInfo::TypesOnly, std::move(Job.ToGiveBack)});
    if (!Finished)
      return reportFailure(Diagnostics, Finished.takeError(), Outcome::NotDone);
    Job.Result = std::move(*Finished);
  }
  if (Error E = writeOutput(Job.Output, StringRef(Job.Result->data(), Job.Result->size())))
    return reportFailure(Diagnostics, std::move(E), Outcome::NotDone);
  return Outcome::Good;
}

/// -cc1, -cc1as; empty for a job that is another program's.
static StringRef kindOf(const Command &Job) {
  StringRef First = Job.getArguments().empty() ? "" : Job.getArguments().front();
  return First.starts_with("-cc1") ? First : "";
}

static JobResult run(const Command &Job, bool IsOnly, const CompileContext &Context, const Installation &Own) {
  ArrayRef<const char *> Arguments = ArrayRef(Job.getArguments()).drop_front();
  if (kindOf(Job) == "-cc1as")
    return runAssembler(Arguments, Context);
  return runJob(Arguments, Own.Executable.c_str(), IsOnly, Context);
}

static Outcome runJobs(Compilation &Whole, DiagnosticsEngine &Diagnostics, const CompileContext &Context,
                       const Installation &Own) {
  Outcome Worst = Outcome::Good;
  for (const Command &Each : Whole.getJobs()) {
    if (kindOf(Each).empty()) {
      Diagnostics.Report(Diagnostics.getCustomDiagID(DiagnosticsEngine::Error, "bpfcc does not run '%0' yet"))
          << Each.getCreator().getShortName();
      return Outcome::NotDone;
    }
    for (const std::string &Output : Each.getOutputFilenames())
      if (Error Wrong = checkOutput(Output, Context.User.Inputs))
        return reportFailure(Diagnostics, std::move(Wrong), Outcome::WrongInput);
    if (Context.User.Verbose)
      Each.Print(errs(), "\n", /*Quote=*/false);
    JobResult Job = run(Each, Whole.getJobs().size() == 1, Context, Own);
    Outcome How = Job.How == Outcome::Good ? deliver(Diagnostics, Job, Context.User) : Job.How;
    Worst = std::max(Worst, How);
  }
  // What the driver put between two jobs of one source: preprocessed assembly.
  Whole.CleanupFileList(Whole.getTempFiles());
  return Worst;
}

Outcome compile(const Options &User, const Target &For, const Profile &Arguments, const Installation &Own) {
  std::vector<const char *> Words = clangWords(User, Arguments, Own);
  std::unique_ptr<clang::DiagnosticOptions> DiagOptions = clang::CreateAndPopulateDiagOpts(Words);
  auto *Printer = new clang::TextDiagnosticPrinter(errs(), *DiagOptions);
  Printer->setPrefix("bpfcc");
  DiagnosticsEngine Diagnostics(clang::DiagnosticIDs::create(), *DiagOptions, Printer);
  IntrusiveRefCntPtr<vfs::FileSystem> Files = vfs::getRealFileSystem();
  clang::ProcessWarningOptions(Diagnostics, *DiagOptions, *Files, /*ReportDiags=*/false);

  if (Error Wrong = checkTriple(User, For))
    return reportFailure(Diagnostics, std::move(Wrong), Outcome::WrongInput);
  if (Error Wrong = checkInputs(User))
    return reportFailure(Diagnostics, std::move(Wrong), Outcome::WrongInput);
  if (Error Wrong = checkAccess(User))
    return reportFailure(Diagnostics, std::move(Wrong), Outcome::NotDone);
  clang::driver::Driver Driver(Own.Executable, "bpf", Diagnostics, "BPFToolchain", Files);
  std::unique_ptr<Compilation> Whole(Driver.BuildCompilation(Words));
  if (!Whole || Diagnostics.hasErrorOccurred())
    return Outcome::WrongInput;
  const llvm::opt::ArgList &Driven = Whole->getArgs();
  if (Driven.hasArg(clang::options::OPT__HASH_HASH_HASH)) {
    Whole->getJobs().Print(errs(), "\n", /*Quote=*/true);
    return Outcome::Good;
  }
  Recovery Guard;
  speakOfOptions(Diagnostics, User, For);
  if (Diagnostics.hasErrorOccurred())
    return Outcome::WrongInput;
  return runJobs(*Whole, Diagnostics, {User, For, Guard}, Own);
}

} // namespace bpf
