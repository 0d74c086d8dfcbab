// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Program by program; what concerns the object as a whole is shown once.
#include "driver/verify/ShowAnswer.h"
#include "driver/object/TargetRecord.h"
#include "driver/verify/KeptLog.h"
#include "passes/target/CpuRelease.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/FormatVariadic.h"
#include "llvm/Support/Process.h"
#include "llvm/Support/raw_ostream.h"
#include <set>

using namespace llvm;
using clang::DiagnosticsEngine;

namespace bpf {

static Outcome outcomeOf(const Verdict &V) {
  switch (V.Status) {
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
static void showSuccess(const NamedObject &Object, size_t Programs, const KernelBlock &Kernel, const Options &Opts) {
  if (!Opts.Verbose && !sys::Process::StandardErrIsDisplayed())
    return;
  errs() << formatv("{0}: {1} program{2} on {3}\n", Object.Name, Programs, Programs == 1 ? " loads" : "s load",
                    Kernel.name());
}

/// An object that was compiled for a newer kernel may be rejected for that alone.
static void showRecord(const NamedObject &Object, KernelBlock &Kernel, LaterDiagnostics &Diagnostics) {
  TargetRecord Read = recordIn(StringRef(Object.Object.data(), Object.Object.size()));
  std::string Option = Read.OfCpu ? "-mcpu=" + name(*Read.OfCpu).str() : "";
  bool IsOlder = Read.OfKernel && Kernel.release() < *Read.OfKernel;
  bool LacksCpu = Read.OfCpu && Kernel.release() < firstKernelOf(*Read.OfCpu);
  if (!IsOlder && !LacksCpu)
    return;
  Kernel.begin();
  std::string Text = IsOlder ? formatv("'{0}' is compiled for {1}{2}", Object.Name, Read.OfKernel->text(),
                                       Option.empty() ? "" : " (" + Option + ")")
                                   .str()
                             : formatv("'{0}' is compiled with {1}, which Linux {2} is the first to have", Object.Name,
                                       Option, firstKernelOf(*Read.OfCpu).text())
                                   .str();
  Diagnostics.report(DiagnosticsEngine::Remark, {}, Text);
}

Outcome showNoAnswer(Outcome Result, StringRef Why, StringRef Remedy, KernelBlock &Kernel, const Options &Opts,
                     LaterDiagnostics &Diagnostics) {
  bool IsFailure = Result != Outcome::NotAsked || !Opts.VerifyIfPossible;
  Kernel.begin();
  Diagnostics.report(IsFailure ? DiagnosticsEngine::Error : DiagnosticsEngine::Warning, {}, Why);
  if (!Remedy.empty())
    Diagnostics.note(Remedy);
  return Result;
}

static Outcome showVerdicts(const std::vector<Verdict> &Verdicts, const NamedObject &Object, KernelBlock &Kernel,
                            const Options &Opts, LaterDiagnostics &Diagnostics) {
  Outcome Worst = Outcome::Good;
  std::set<std::pair<Verdict::Answer, std::string>> Reported;
  for (const Verdict &Each : Verdicts) {
    Worst = worse(Worst, outcomeOf(Each));
    if (Each.Status != Verdict::Accepted || !Each.Advice.empty() || Opts.Verbose)
      Kernel.begin();
    bool IsOfObject =
        Each.Status == Verdict::NotLoaded || Each.Status == Verdict::NotPermitted || Each.Status == Verdict::Failed;
    if (!IsOfObject || Reported.emplace(Each.Status, Each.Why).second)
      showVerdict(Each, Object, Kernel, Opts, Diagnostics);
  }
  return Worst;
}

Outcome showAnswer(const ObjectAnswer &Answer, const NamedObject &Object, Outcome IfMissing, KernelBlock &Kernel,
                   const Options &Opts, LaterDiagnostics &Diagnostics) {
  auto Fail = [&](Outcome Result, const Twine &Why) {
    return showNoAnswer(Result, Why.str(), "", Kernel, Opts, Diagnostics);
  };
  if (Opts.onlyAsks())
    showRecord(Object, Kernel, Diagnostics);
  if (Answer.Status == ObjectAnswer::Unopened) {
    Kernel.begin();
    showNotLoaded("libbpf cannot open '" + Object.Name + "'", Answer.Why, Object, Diagnostics);
    return Outcome::WrongInput;
  }
  if (!Opts.VerifierLog.empty())
    if (Error E = keepLogs(Answer.Verdicts, Opts.VerifierLog))
      return Fail(Outcome::NotDone, toString(std::move(E)));
  Outcome Worst = showVerdicts(Answer.Verdicts, Object, Kernel, Opts, Diagnostics);
  if (Answer.Status == ObjectAnswer::Missing)
    return worse(Worst, IfMissing);
  if (Answer.Status == ObjectAnswer::Crashed)
    return worse(Worst, Fail(Outcome::NotDone, "'" + Object.Name + "' crashed libbpf" + Kernel.onBooted()));
  if (Answer.Verdicts.empty())
    return Fail(Outcome::NotAsked,
                "'" + Object.Name +
                    "' has no program that libbpf loads: give each one a section, such as SEC(\"xdp\")");
  if (Worst == Outcome::Good)
    showSuccess(Object, Answer.Verdicts.size(), Kernel, Opts);
  return Worst;
}

} // namespace bpf
