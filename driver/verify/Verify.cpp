// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Kernel by kernel, object by object; a failure of one does not hide the next.
#include "driver/verify/Verify.h"
#include "driver/boot/AskBooted.h"
#include "driver/boot/KernelImage.h"
#include "driver/load/Capabilities.h"
#include "driver/process/PrintError.h"
#include "driver/verify/Objection.h"
#include "driver/verify/ProgressLine.h"
#include "driver/verify/ShowAnswer.h"
#include "passes/target/CpuProbe.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/FormatVariadic.h"
#include "llvm/Support/raw_ostream.h"
#include <bpf/libbpf.h>

using namespace llvm;

namespace bpf {

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

static LoadRequest loadRequest(const Options &Opts) {
  LoadRequest Request;
  Request.Types = Opts.ProgramTypes;
  Request.Log = Opts.Verify == Verification::Log || !Opts.VerifierLog.empty() ? LogPart::Whole : LogPart::End;
  return Request;
}

static ObjectAnswer askRunning(const NamedObject &Object, const Options &Opts) {
  ObjectAnswer Answer;
  Error Unopened = askKernel(Object, loadRequest(Opts), [&](Verdict V) { Answer.Verdicts.push_back(std::move(V)); });
  Answer.Status = Unopened ? ObjectAnswer::Unopened : ObjectAnswer::Complete;
  Answer.Why = toString(std::move(Unopened));
  return Answer;
}

/// Runs what looks into an object: LLVM or libbpf may crash on an unusual one.
static Outcome guarded(const NamedObject &Object, const VerifyContext &Context, function_ref<Outcome()> Work) {
  Outcome Result = Outcome::NotDone;
  if (std::optional<std::string> Failure = Context.Guard.run([&] { Result = Work(); }))
    printError("the kernel could not be asked about '" + Object.Name + "': " + *Failure);
  return Result;
}

/// Shows why no kernel can be asked about it. \returns Good if one can.
static Outcome showObjection(const NamedObject &Object, const VerifyContext &Context, KernelBlock &Kernel,
                             LaterDiagnostics &Diagnostics) {
  std::optional<Objection> Found = objectionTo(Object, Context.T);
  return Found ? showNoAnswer(Found->Result, Found->Why, "", Kernel, Context.Opts, Diagnostics) : Outcome::Good;
}

static std::vector<Outcome> verifyRunning(ArrayRef<NamedObject> Objects, const VerifyContext &Context,
                                          KernelBlock &Kernel, LaterDiagnostics &Diagnostics) {
  LoaderCapabilities Held(Context.T);
  showAsked(Context.Opts);
  std::vector<Outcome> Outcomes;
  for (const NamedObject &Each : Objects)
    Outcomes.push_back(guarded(Each, Context, [&] {
      Outcome Result = showObjection(Each, Context, Kernel, Diagnostics);
      return Result == Outcome::Good
                 ? showAnswer(askRunning(Each, Context.Opts), Each, Outcome::NotDone, Kernel, Context.Opts, Diagnostics)
                 : Result;
    }));
  return Outcomes;
}

/// Boots the kernel once for all objects.
static BootedAnswer boot(ArrayRef<NamedObject> Objects, const VerifyContext &Context, const KernelBlock &Kernel) {
  BootRequest Request;
  Request.Load = loadRequest(Context.Opts);
  Request.Load.Kernel = Kernel.name();
  Request.Capabilities = Context.T.capabilitiesText();
  Request.Objects = Objects;
  ProgressLine Line;
  return askBooted({Kernel.release(), kernelImageFolder(Context.Opts.KernelImages), Context.Installed.Guest}, Request,
                   [&](StringRef Text) { Line.show(Text); });
}

/// Booted kernels are those of x86-64. \returns Good for what they may be asked about.
static Outcome showOtherMachine(const VerifyContext &Context, KernelBlock &Kernel, LaterDiagnostics &Diagnostics) {
  StringRef Machine = Context.T.architecture().Machine;
  if (Machine == "x86_64")
    return Outcome::Good;
  return showNoAnswer(
      Outcome::NotAsked,
      formatv("{0} can be booted for x86_64 only, and the objects are for {1}", Kernel.name(), Machine).str(),
      "verify them on such a machine", Kernel, Context.Opts, Diagnostics);
}

static std::vector<Outcome> verifyBooted(ArrayRef<NamedObject> Objects, const VerifyContext &Context,
                                         KernelBlock &Kernel, LaterDiagnostics &Diagnostics) {
  if (Outcome Result = showOtherMachine(Context, Kernel, Diagnostics); Result != Outcome::Good)
    return std::vector<Outcome>(Objects.size(), Result);
  std::vector<Outcome> Outcomes;
  std::vector<NamedObject> Askable;
  for (const NamedObject &Each : Objects) {
    Outcomes.push_back(guarded(Each, Context, [&] { return showObjection(Each, Context, Kernel, Diagnostics); }));
    if (Outcomes.back() == Outcome::Good)
      Askable.push_back(Each);
  }
  if (Askable.empty())
    return Outcomes;
  BootedAnswer Answer = boot(Askable, Context, Kernel);
  if (Context.Opts.Verbose && !Answer.Release.empty())
    errs() << formatv("bpfcc: asked Linux {0}, which was booted {1}\n", Answer.Release,
                      Answer.IsEmulated ? "in an emulated machine" : "with KVM");
  Outcome IfMissing = Answer.Failure ? Answer.Failure->Result : Outcome::NotDone;
  auto Next = Answer.Objects.begin();
  for (auto [Object, Result] : zip(Objects, Outcomes))
    if (Result == Outcome::Good) {
      const ObjectAnswer &Of = *Next++;
      Result = guarded(Object, Context, [&, &Object = Object] {
        return showAnswer(Of, Object, IfMissing, Kernel, Context.Opts, Diagnostics);
      });
    }
  if (!Answer.Failure)
    return Outcomes;
  showNoAnswer(Answer.Failure->Result, Answer.Failure->Why, Answer.Failure->Remedy, Kernel, Context.Opts, Diagnostics);
  return Outcomes;
}

Outcome verify(ArrayRef<NamedObject> Objects, const VerifyContext &Context, VerifyBefore Next) {
  LaterDiagnostics Diagnostics(Context.Opts, Context.Shown);
  std::vector<VerifiedKernel> Kernels = Context.Opts.VerifiedKernels;
  if (Kernels.empty())
    Kernels.push_back(std::nullopt);
  std::vector<Outcome> Worst(Objects.size(), Outcome::Good);
  for (const VerifiedKernel &Each : Kernels) {
    KernelBlock Kernel(Each, Kernels.size() > 1);
    std::vector<Outcome> Outcomes = (Each ? verifyBooted : verifyRunning)(Objects, Context, Kernel, Diagnostics);
    for (auto [Whole, Part] : zip(Worst, Outcomes))
      Whole = worse(Whole, Part);
  }
  for (auto [Object, Result] : zip(Objects, Worst)) {
    if (Result == Outcome::NotAsked && Context.Opts.VerifyIfPossible)
      Result = Outcome::Good;
    if (Result != Outcome::Good && Next == VerifyBefore::Writing)
      Diagnostics.note(formatv("'{0}' is not written; it is {1}without --verify", Object.Name,
                               Result == Outcome::NotAsked ? "with --verify=if-possible, or " : "")
                           .str());
  }
  Outcome All = Outcome::Good;
  for (Outcome Each : Worst)
    All = worse(All, Each);
  return All;
}

} // namespace bpf
