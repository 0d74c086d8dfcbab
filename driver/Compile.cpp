// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Runs clang's driver in this process and does its jobs itself.
#include "driver/Compile.h"
#include "driver/compile/Jobs.h"
#include "driver/diagnostics/Speak.h"
#include "driver/link/Link.h"
#include "driver/link/LinkFindings.h"
#include "driver/object/ObjectBTF.h"
#include "driver/object/Output.h"
#include "driver/options/Inputs.h"
#include "driver/verify/ExplainLog.h"
#include "driver/verify/KeptLog.h"
#include "driver/verify/Verify.h"
#include "clang/Basic/DiagnosticFrontend.h"
#include "clang/Driver/Compilation.h"
#include "clang/Driver/Driver.h"
#include "clang/Frontend/CompilerInvocation.h"
#include "clang/Options/Options.h"
#include "llvm/Support/FormatVariadic.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/VirtualFileSystem.h"

using namespace llvm;
using clang::DiagnosticsEngine;
namespace diag = clang::diag;
using Compilation = clang::driver::Compilation;

namespace bpf {

/// The words of the whole call as clang's driver is to see them.
static std::vector<const char *> clangWords(const Options &Opts, const Profile &Arguments,
                                            const Installation &Installed) {
  // Arguments of the Profile are not unused in the user's eyes, whatever the compile.
  std::vector<const char *> Words = {Installed.Executable.c_str(), "--start-no-unused-arguments"};
  for (const ProfileArgument &Each : Arguments)
    for (const std::string &Word : Each.Words)
      Words.push_back(Word.c_str());
  Words.push_back("--end-no-unused-arguments");
  for (const std::string &Word : Opts.ClangArguments)
    Words.push_back(Word.c_str());
  // The objects of a link have no files of their own.
  if (!Opts.Output.empty() && !Opts.links())
    Words.insert(Words.end(), {"-o", Opts.Output.c_str()});
  return Words;
}

/// True where a job of clang's driver names +alu32 for LLVM, as -Xclang -target-feature does; the last one counts.
static bool namesAlu32(const Compilation &Whole) {
  return any_of(Whole.getJobs(), [](const clang::driver::Command &Job) {
    StringRef Last, Before;
    for (StringRef Word : Job.getArguments()) {
      if (Before == "-target-feature" && Word.substr(1) == "alu32")
        Last = Word;
      Before = Word;
    }
    return Last == "+alu32";
  });
}

/// Diagnostics about the options themselves, once per call.
static void speakOfOptions(DiagnosticsEngine &Diagnostics, const Options &Opts, const Target &T,
                           const Compilation &Whole) {
  for (const Levels::Unknown &Each : Opts.Warnings.unknown())
    Diagnostics.Report(diag::warn_unknown_diag_option)
        << /*warning*/ 0 << Each.Argument << !Each.Nearest.empty() << Each.Nearest;
  for (const DroppedOption &Each : Opts.Dropped)
    if (Opts.Verbose || Each.IsWanted)
      remark(Diagnostics, formatv("'{0}' is dropped: {1}", Each.Word, Each.Why));
  if (!Opts.MakesCode)
    return;
  if (T.kernelIsNamed() && T.kernel() > KernelVersion::newestKnown())
    remark(Diagnostics,
           formatv("kernel {0} is newer than {1}, the newest that bpfcc knows; assuming the features of {1}",
                   T.kernel().text(), KernelVersion::newestKnown().text()));
  if (Opts.OptimizationIsOff)
    warn(Diagnostics, Opts.Warnings,
         "-O0 makes slow programs with large stacks, some of which the kernel rejects; -O2 is the default");
  if (!T.hasAlu32() && !T.hasNativeFrontEnd() && namesAlu32(Whole))
    warn(Diagnostics, Opts.Warnings,
         formatv("+alu32 with -mcpu={0} generates wrong code: without the 32-bit jumps of v3 LLVM compares a 32-bit "
                 "value with a sign-extended 64-bit constant; remove it, or use -mcpu=v3",
                 name(T.cpu())));
  if (T.cpuIsGuessed())
    remark(
        Diagnostics,
        formatv("bpf() is not permitted here: -mcpu={0} is derived from the kernel's release {1}; use -mcpu= to set it",
                name(T.cpu()), T.kernel().text()));
}

static Outcome write(DiagnosticsEngine &Diagnostics, StringRef Path, const Bytes &Content) {
  if (Error E = writeOutput(Path, StringRef(Content.data(), Content.size())))
    return reportFailure(Diagnostics, std::move(E), Outcome::NotDone);
  return Outcome::Good;
}

/// The objects in the order of the inputs: those that were made, and those that were given.
static Expected<std::vector<NamedObject>> inOrder(const Options &Opts, std::vector<Bytes> Made) {
  std::vector<NamedObject> Objects;
  auto Next = Made.begin();
  for (const std::string &Input : Opts.Inputs) {
    if (!is_contained(Opts.Objects, Input)) {
      if (Next == Made.end())
        return createStringError("'" + Input + "' does not produce an object that can be linked");
      Objects.push_back({Input, std::move(*Next++)});
      continue;
    }
    ErrorOr<std::unique_ptr<MemoryBuffer>> File = MemoryBuffer::getFile(Input);
    if (!File)
      return createFileError(Input, File.getError());
    Expected<Bytes> Given = addTypesOfDwarf(Bytes((*File)->getBuffer().begin(), (*File)->getBuffer().end()));
    if (!Given)
      return createFileError(Input, Given.takeError());
    Objects.push_back({Input, std::move(*Given)});
  }
  return Objects;
}

/// Checks the conditions of a link. \returns WrongInput after reporting a violated one.
static Outcome prepareLink(DiagnosticsEngine &Diagnostics, const Options &Opts) {
  if (Error Wrong = checkOutput(Opts.Output, Opts.Inputs))
    return reportFailure(Diagnostics, std::move(Wrong), Outcome::WrongInput);
  if (Opts.Debug == DebugInfo::Dwarf && Opts.Warnings.ofWarning() != Level::Off)
    remark(Diagnostics, "libbpf's linker drops DWARF: -g adds only BTF to '" + Opts.Output + "'");
  return Diagnostics.hasErrorOccurred() ? Outcome::WrongInput : Outcome::Good;
}

/// Of an object that is written, for messages.
static std::string nameOf(StringRef Output) { return Output == "-" ? "<stdout>" : Output.str(); }

/// Writes an object, with --verify only one that the kernel accepts: a build that is run again finds none and asks
/// again.
static Outcome writeVerified(DiagnosticsEngine &Diagnostics, const CompileContext &Context, StringRef Path,
                             Bytes Content) {
  if (Context.Opts.Verify == Verification::None)
    return write(Diagnostics, Path, Content);
  NamedObject Object = {nameOf(Path), std::move(Content)};
  Outcome Result =
      verify(Object, {Context.Opts, Context.T, Context.Guard, Context.Installed, Diagnostics.getDiagnosticOptions()},
             VerifyBefore::Writing);
  return Result == Outcome::Good ? write(Diagnostics, Path, Object.Object) : Result;
}

static Outcome verifyGiven(DiagnosticsEngine &Diagnostics, const CompileContext &Context) {
  std::vector<NamedObject> Objects;
  for (const std::string &Input : Context.Opts.Inputs) {
    ErrorOr<std::unique_ptr<MemoryBuffer>> File = MemoryBuffer::getFile(Input);
    if (!File)
      return reportFailure(Diagnostics, createFileError(Input, File.getError()), Outcome::NotDone);
    Objects.push_back({Input, Bytes((*File)->getBuffer().begin(), (*File)->getBuffer().end())});
  }
  return verify(Objects,
                {Context.Opts, Context.T, Context.Guard, Context.Installed, Diagnostics.getDiagnosticOptions()},
                VerifyBefore::Nothing);
}

/// Links what was made with the objects that were given.
static Outcome link(DiagnosticsEngine &Diagnostics, const CompileContext &Context, std::vector<Bytes> Made) {
  const Options &Opts = Context.Opts;
  Expected<std::vector<NamedObject>> Objects = inOrder(Opts, std::move(Made));
  if (!Objects)
    return reportFailure(Diagnostics, Objects.takeError(), Outcome::WrongInput);
  std::vector<Finding> Found;
  Expected<Bytes> Linked = linkObjects(*Objects, [&](Finding F) { Found.push_back(std::move(F)); });
  if (!Linked)
    return showLinkFailure(Linked.takeError(), Opts, Diagnostics);
  if (Outcome Result = showLinkFindings(Found, Opts, Diagnostics.getDiagnosticOptions()); Result != Outcome::Good)
    return Result;
  // One object alone is written as it was given.
  if (Objects->size() > 1)
    Linked = finishTypes(std::move(*Linked), Context.T);
  if (!Linked)
    return reportFailure(Diagnostics, Linked.takeError(), Outcome::NotDone);
  return writeVerified(Diagnostics, Context, Opts.Output, std::move(*Linked));
}

/// Preprocessed assembly lies there between two jobs. \returns false after a note where it is missing.
static bool hasTemporaryFolder(DiagnosticsEngine &Diagnostics) {
  SmallString<128> Folder;
  sys::path::system_temp_directory(/*ErasedOnReboot=*/true, Folder);
  if (sys::fs::is_directory(Folder))
    return true;
  Diagnostics.Report(Diagnostics.getCustomDiagID(
      DiagnosticsEngine::Note, "the folder '%0' for temporary files does not exist; set TMPDIR to an existing one"))
      << Folder;
  return false;
}

Outcome compile(const Options &Opts, const Target &T, const Profile &Arguments, const Installation &Installed) {
  std::vector<const char *> Words = clangWords(Opts, Arguments, Installed);
  std::unique_ptr<clang::DiagnosticOptions> DiagOptions = clang::CreateAndPopulateDiagOpts(Words);
  DiagnosticsEngine Diagnostics(clang::DiagnosticIDs::create(), *DiagOptions,
                                makePrinter(Opts.EmitsSarif, *DiagOptions).release());
  IntrusiveRefCntPtr<vfs::FileSystem> Files = vfs::getRealFileSystem();
  clang::ProcessWarningOptions(Diagnostics, *DiagOptions, *Files, /*ReportDiags=*/false);

  if (Opts.ExplainsLog)
    return explainLog(Opts, *DiagOptions);
  if (Error Wrong = checkInputs(Opts))
    return reportFailure(Diagnostics, std::move(Wrong), Outcome::WrongInput);
  if (Error Wrong = checkAccess(Opts))
    return reportFailure(Diagnostics, std::move(Wrong), Outcome::NotDone);
  if (Error Wrong = emptyLog(Opts.VerifierLog))
    return reportFailure(Diagnostics, std::move(Wrong), Outcome::NotDone);
  if (Opts.links())
    if (Outcome Result = prepareLink(Diagnostics, Opts); Result != Outcome::Good)
      return Result;
  Recovery Guard;
  CompileContext Context = {Opts, T, Guard, Installed};
  if (Opts.onlyAsks())
    return verifyGiven(Diagnostics, Context);
  // clang's driver would miss a source.
  if (Opts.links() && Opts.Objects.size() == Opts.Inputs.size())
    return link(Diagnostics, Context, {});
  clang::driver::Driver Driver(Installed.Executable, "bpf", Diagnostics, "BPFToolchain", Files);
  std::unique_ptr<Compilation> Whole(Driver.BuildCompilation(Words));
  if (!Whole || Diagnostics.hasErrorOccurred())
    return hasTemporaryFolder(Diagnostics) ? Outcome::WrongInput : Outcome::NotDone;
  const llvm::opt::ArgList &Driven = Whole->getArgs();
  if (Driven.hasArg(clang::options::OPT__HASH_HASH_HASH)) {
    Whole->getJobs().Print(errs(), "\n", /*Quote=*/true);
    return Outcome::Good;
  }
  speakOfOptions(Diagnostics, Opts, T, *Whole);
  if (Diagnostics.hasErrorOccurred())
    return Outcome::WrongInput;
  std::vector<Bytes> ToLink;
  Outcome Result = runJobs(*Whole, Diagnostics, Context, Installed, [&](JobResult &Job) {
    if (Opts.links()) {
      ToLink.push_back(std::move(*Job.Result));
      return Outcome::Good;
    }
    return Job.IsObject ? writeVerified(Diagnostics, Context, Job.Output, std::move(*Job.Result))
                        : write(Diagnostics, Job.Output, *Job.Result);
  });
  if (Result != Outcome::Good || Opts.Repairs)
    return Result;
  return Opts.links() ? link(Diagnostics, Context, std::move(ToLink)) : Outcome::Good;
}

} // namespace bpf
