// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Object by object, program by program; a failure of one does not hide the next.
#include "driver/verify/Verify.h"
#include "btf/BTF.h"
#include "driver/process/PrintError.h"
#include "driver/load/Capabilities.h"
#include "driver/verify/ShowVerdict.h"
#include "passes/analysis/LegacyMap.h"
#include "passes/target/CpuProbe.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Object/ObjectFile.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/FormatVariadic.h"
#include "llvm/Support/Process.h"
#include "llvm/Support/raw_ostream.h"
#include <bpf/libbpf.h>
#include <set>

using namespace llvm;
using clang::DiagnosticsEngine;

namespace bpf {

static bool hasSection(const object::ObjectFile &File, StringRef Name) {
  return any_of(File.sections(), [&](const object::SectionRef &Each) {
    Expected<StringRef> Found = Each.getName();
    if (Found)
      return *Found == Name;
    consumeError(Found.takeError());
    return false;
  });
}

/// Why the kernel cannot be asked about an object at all, with the outcome.
static std::optional<std::pair<Outcome, std::string>> objectionTo(const NamedObject &Each, const Target &T) {
  Expected<std::unique_ptr<object::ObjectFile>> File = object::ObjectFile::createObjectFile(
      MemoryBufferRef(StringRef(Each.Object.data(), Each.Object.size()), Each.Name));
  if (!File)
    return std::pair(Outcome::WrongInput,
                     "'" + Each.Name + "' is not an object that can be read: " + toString(File.takeError()));
  if (!Triple((*File)->makeTriple()).isBPF())
    return std::pair(Outcome::WrongInput, "'" + Each.Name + "' is not an object for BPF");
  // libbpf does not validate them.
  if (btf::ByteView File(Each.Object.data(), Each.Object.size()); btf::hasTypes(File))
    if (btf::Result<btf::TypeFile> Types = btf::decodeFile(File); !Types)
      return std::pair(Outcome::WrongInput, "the types of '" + Each.Name + "' are damaged: " + Types.error().Message);
  // It may be correct: another machine has to judge.
  if ((*File)->isLittleEndian() != sys::IsLittleEndianHost)
    return std::pair(Outcome::NotAsked,
                     "'" + Each.Name + "' has another byte order than this machine, whose kernel cannot be asked");
  if (T.acceptsLegacyMaps() && hasSection(**File, LegacySection))
    return std::pair(Outcome::NotAsked,
                     formatv("'{0}' has maps in section '{1}', which {2} reads and libbpf {3} does not: "
                             "the kernel cannot be asked",
                             Each.Name, LegacySection, name(T.loader()), libbpf_version_string())
                         .str());
  return std::nullopt;
}

static Outcome outcomeOf(Verdict::Answer Answer) {
  switch (Answer) {
  case Verdict::Accepted:
    return Outcome::Good;
  case Verdict::Rejected:
  case Verdict::NoTarget:
  case Verdict::NotLoaded:
    return Outcome::WrongInput;
  case Verdict::NotAsked:
  case Verdict::NotPermitted:
    return Outcome::NotAsked;
  case Verdict::Failed:
    return Outcome::NotDone;
  }
  return Outcome::NotDone;
}

/// Success is worth a line on a terminal, where somebody waits for it, and with -v.
static void showSuccess(const NamedObject &Object, size_t Programs, const Options &Opts) {
  if (!Opts.Verbose && !sys::Process::StandardErrIsDisplayed())
    return;
  std::optional<KernelVersion> Running = KernelVersion::running();
  errs() << formatv("{0}: {1} program{2} on Linux {3}\n", Object.Name, Programs, Programs == 1 ? " loads" : "s load",
                    Running ? Running->text() : "");
}

/// With -v: who is asked, and as who.
static void showAsked(const Options &Opts) {
  if (!Opts.Verbose)
    return;
  std::optional<KernelVersion> Running = KernelVersion::running();
  std::optional<Cpu> Machine = probeCpu();
  errs() << formatv("bpfcc: asking Linux {0} with libbpf {1}.{2}, as {3}",
                    Running ? Running->text() : "of an unknown release", libbpf_major_version(), libbpf_minor_version(),
                    mayLoadEveryType() ? "who may load programs of every type"
                                       : "who lacks capabilities for some types")
         << (Machine ? "" : "; it accepts no program from here") << '\n';
}

static Error writeLog(StringRef Path, StringRef Text, sys::fs::OpenFlags Flags) {
  std::error_code Code;
  raw_fd_ostream File(Path, Code, Flags);
  if (Code)
    return createFileError(Path, Code);
  File << Text;
  File.flush();
  return File.has_error() ? createFileError(Path, File.error()) : Error::success();
}

/// Keeps the logs of rejected programs, framed as libbpf does, so that --explain-log reads them.
static Error keepLogs(ArrayRef<Verdict> Verdicts, StringRef Path) {
  std::string Text;
  for (const Verdict &Each : Verdicts)
    if (Each.Status == Verdict::Rejected && !Each.Log.empty())
      Text += formatv("prog '{0}': -- BEGIN PROG LOAD LOG --\n{1}\nprog '{0}': -- END PROG LOAD LOG --\n", Each.Program,
                      StringRef(Each.Log).rtrim());
  return writeLog(Path, Text, sys::fs::OF_Append);
}

Error emptyLog(StringRef Path) {
  if (Path.empty())
    return Error::success();
  return writeLog(Path, "", sys::fs::OF_None);
}

static Outcome verifyOne(const NamedObject &Object, const Options &Opts, const Target &T,
                         LaterDiagnostics &Diagnostics) {
  auto Fail = [&](Outcome Result, StringRef Why) {
    bool IsFailure = Result != Outcome::NotAsked || !Opts.VerifyIfPossible;
    Diagnostics.report(IsFailure ? DiagnosticsEngine::Error : DiagnosticsEngine::Warning, {}, Why);
    return Result;
  };
  if (std::optional<std::pair<Outcome, std::string>> Objection = objectionTo(Object, T))
    return Fail(Objection->first, Objection->second);
  Expected<std::vector<Verdict>> Verdicts =
      askKernel(Object, Opts.ProgramTypes,
                Opts.Verify == Verification::Log || !Opts.VerifierLog.empty() ? LogPart::Whole : LogPart::End);
  if (!Verdicts) {
    showNotLoaded("libbpf cannot open '" + Object.Name + "'", toString(Verdicts.takeError()), Object, Diagnostics);
    return Outcome::WrongInput;
  }
  if (Verdicts->empty())
    return Fail(Outcome::NotAsked,
                "'" + Object.Name +
                    "' has no program that libbpf loads: give each one a section, such as SEC(\"xdp\")");
  if (!Opts.VerifierLog.empty())
    if (Error E = keepLogs(*Verdicts, Opts.VerifierLog))
      return Fail(Outcome::NotDone, toString(std::move(E)));
  Outcome Worst = Outcome::Good;
  std::set<std::pair<Verdict::Answer, std::string>> Reported;
  for (const Verdict &Each : *Verdicts) {
    Worst = worse(Worst, outcomeOf(Each.Status));
    bool IsOfObject =
        Each.Status == Verdict::NotLoaded || Each.Status == Verdict::NotPermitted || Each.Status == Verdict::Failed;
    if (!IsOfObject || Reported.emplace(Each.Status, Each.Why).second)
      showVerdict(Each, Object, Opts, Diagnostics);
  }
  if (Worst == Outcome::Good)
    showSuccess(Object, Verdicts->size(), Opts);
  return Worst;
}

/// libbpf or LLVM may crash on an unusual object.
static Outcome verifyGuarded(const NamedObject &Object, const Options &Opts, const Target &T, Recovery &Guard,
                             LaterDiagnostics &Diagnostics) {
  Outcome Result = Outcome::NotDone;
  if (std::optional<std::string> Failure = Guard.run([&] { Result = verifyOne(Object, Opts, T, Diagnostics); }))
    printError("the kernel could not be asked about '" + Object.Name + "': " + *Failure);
  return Result;
}

Outcome verify(ArrayRef<NamedObject> Objects, const Options &Opts, const Target &T, Recovery &Guard,
               clang::DiagnosticOptions &Shown, VerifyBefore Next) {
  LaterDiagnostics Diagnostics(Opts, Shown);
  LoaderCapabilities Held(T);
  showAsked(Opts);
  Outcome Worst = Outcome::Good;
  for (const NamedObject &Each : Objects) {
    Outcome Result = verifyGuarded(Each, Opts, T, Guard, Diagnostics);
    if (Result == Outcome::NotAsked && Opts.VerifyIfPossible)
      Result = Outcome::Good;
    if (Result != Outcome::Good && Next == VerifyBefore::Writing)
      Diagnostics.note(formatv("'{0}' is not written; it is {1}without --verify", Each.Name,
                               Result == Outcome::NotAsked ? "with --verify=if-possible, or " : "")
                           .str());
    Worst = worse(Worst, Result);
  }
  return Worst;
}

} // namespace bpf
