// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// What a verdict is, decides what is shown of it; a rejection is explained (ShowRejection.h).
#include "driver/verify/ShowVerdict.h"
#include "driver/explain/VerifierLog.h"
#include "driver/verify/ObjectPlaces.h"
#include "driver/verify/Remedy.h"
#include "driver/verify/ShowRejection.h"
#include "llvm/Support/FormatVariadic.h"
#include "llvm/Support/raw_ostream.h"

using namespace llvm;
using clang::DiagnosticsEngine;

namespace bpf {

static void showAccepted(const Verdict &V, const NamedObject &Object, const Options &Opts) {
  if (!Opts.Verbose)
    return;
  VerifierStatistics Counted = readStatistics(V.Log);
  errs() << formatv("{0}: '{1}' loads", Object.Name, V.Program);
  if (!Counted.Instructions.empty())
    errs() << formatv(": {0} instructions processed", Counted.Instructions);
  if (!Counted.Stack.empty())
    errs() << formatv(", stack {0}", Counted.Stack);
  errs() << '\n';
}

static std::string withRemedy(const Twine &Text, const Verdict &V) {
  return (Text + (V.Remedy.empty() ? "" : "; " + V.Remedy)).str();
}

static void showNotAsked(const Verdict &V, const NamedObject &Object, const KernelBlock &Kernel, const Options &Opts,
                         LaterDiagnostics &Diagnostics) {
  std::string Where = StringRef(V.Why).starts_with(Kernel.name()) ? "" : Kernel.onBooted();
  Diagnostics.report(Opts.VerifyIfPossible ? DiagnosticsEngine::Warning : DiagnosticsEngine::Error,
                     sectionPlace(V, Object, Diagnostics),
                     withRemedy("'" + V.Program + "' is not verified" + Where + ": " + V.Why, V), "bpfcc-verify");
}

static void showAdvice(const Verdict &V, const NamedObject &Object, const Options &Opts,
                       LaterDiagnostics &Diagnostics) {
  if (!V.Advice.empty() && Opts.Warnings.ofWarning() != Level::Off)
    Diagnostics.report(DiagnosticsEngine::Warning, sectionPlace(V, Object, Diagnostics), withRemedy(V.Advice, V),
                       "bpfcc-verify");
}

static void showRejected(const Verdict &V, const NamedObject &Object, const KernelBlock &Kernel, const Options &Opts,
                         LaterDiagnostics &Diagnostics) {
  showRejection(V, Object, Kernel.name(), Diagnostics);
  if (V.Log.empty())
    return;
  if (Opts.Verify != Verification::Log)
    return Diagnostics.note("use --verify=log to print the verifier's log");
  Diagnostics.note("verifier log:");
  errs() << StringRef(V.Log).rtrim() << '\n';
}

static void showNotPermitted(const Verdict &V, const NamedObject &Object, const Options &Opts,
                             LaterDiagnostics &Diagnostics) {
  bool IsOfPermission = V.Why == std::error_code(EPERM, std::generic_category()).message() ||
                        V.Why == std::error_code(EACCES, std::generic_category()).message();
  std::string Why = IsOfPermission ? "bpf() is not permitted here" : "bpf() fails here (" + V.Why + ")";
  Diagnostics.report(Opts.VerifyIfPossible ? DiagnosticsEngine::Warning : DiagnosticsEngine::Error, {},
                     formatv("{0}: the kernel cannot be asked about '{1}' of '{2}'", Why, V.Program, Object.Name).str(),
                     "bpfcc-verify");
  Diagnostics.note(IsOfPermission ? "run as root, or with the capabilities bpf, net_admin and perfmon"
                                  : "this is how sandboxes and kernels without bpf() fail: verify elsewhere");
}

void showNotLoaded(const Twine &Text, StringRef Why, const NamedObject &Object, LaterDiagnostics &Diagnostics) {
  StringRef Name = Why.split('\'').second.split('\'').first;
  Diagnostics.report(DiagnosticsEngine::Error, declarationOf(Name, Object, Diagnostics), (Text + ": " + Why).str(),
                     "bpfcc-verify");
  if (std::string Remedy = libbpfRemedyOf(Why); !Remedy.empty())
    Diagnostics.note(Remedy);
}

void showVerdict(const Verdict &V, const NamedObject &Object, const KernelBlock &Kernel, const Options &Opts,
                 LaterDiagnostics &Diagnostics) {
  switch (V.Status) {
  case Verdict::Accepted:
    showAccepted(V, Object, Opts);
    return showAdvice(V, Object, Opts, Diagnostics);
  case Verdict::Rejected:
    return showRejected(V, Object, Kernel, Opts, Diagnostics);
  case Verdict::NoTarget:
    return Diagnostics.report(DiagnosticsEngine::Error, sectionPlace(V, Object, Diagnostics),
                              withRemedy("'" + V.Program + "' cannot be loaded: " + V.Why, V), "bpfcc-verify");
  case Verdict::NotLoaded:
  case Verdict::Failed:
    return showNotLoaded("'" + Object.Name + "' cannot be loaded" + (Kernel.isRunning() ? " here" : Kernel.onBooted()),
                         V.Why, Object, Diagnostics);
  case Verdict::NotAsked:
    return showNotAsked(V, Object, Kernel, Opts, Diagnostics);
  case Verdict::NotPermitted:
    return showNotPermitted(V, Object, Opts, Diagnostics);
  }
}

} // namespace bpf
