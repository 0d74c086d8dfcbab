// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Loads programs and interprets the result: an errno alone does not tell who rejected the program.
#include "driver/load/AskKernel.h"
#include "driver/explain/VerifierLog.h"
#include "driver/load/AttachTarget.h"
#include "driver/load/Capabilities.h"
#include "driver/load/DeclaredType.h"
#include "driver/load/LoadAttempt.h"
#include "driver/load/LoadTypes.h"
#include "driver/object/LibbpfMessages.h"
#include "passes/target/CpuProbe.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/FormatVariadic.h"

using namespace llvm;

namespace bpf {

/// BPF_LOG_STATS of <linux/bpf.h>, which older headers lack: statistics without a log.
static constexpr unsigned StatisticsLevel = 4;
static constexpr unsigned PathLevel = 1;
/// libbpf loads without a log, and after a rejection again with one.
static constexpr unsigned VerdictLevel = 0;

/// A log that does not fit makes the kernel reject a program that it would accept. The second is the limit before 5.2.
static constexpr size_t LogSizes[] = {1 << 20, (1 << 24) - 1, 1 << 28, (1 << 30) - 1};

/// The verdict and the kernel's statistics, at the cost of one load if the program is accepted.
static LoadAttempt askForVerdict(const NamedObject &Object, size_t Number, const LoadType &As, LogPart Wanted) {
  LoadAttempt First = tryToLoad(Object, Number, As, StatisticsLevel, 1 << 16);
  if (!First.isOfKernel())
    return First;
  LoadAttempt Last = tryToLoad(Object, Number, As, First.Error == ENOSPC ? VerdictLevel : PathLevel, LogSizes[0]);
  for (size_t Size : drop_begin(LogSizes)) {
    bool IsEnough = Last.Error != ENOSPC || (Wanted == LogPart::End && hasEnd(Last.Log));
    if (!Last.isOfKernel() || IsEnough)
      break;
    LoadAttempt Larger = tryToLoad(Object, Number, As, PathLevel, Size);
    if (Larger.Log.empty())
      break;
    Last = std::move(Larger);
  }
  return Last;
}

/// A program to load, and what is shared by all programs of an object.
struct AskedProgram {
  const NamedObject &Object;
  size_t Number; ///< of the program, in libbpf's order
  bpf_program *Program;
  LoadType As;
  ArrayRef<std::string> Sections; ///< of all programs
  KernelNames &Kernel;
  const LoadRequest &Request;
};

static std::string textOf(int Error) { return std::error_code(Error, std::generic_category()).message(); }

/// The attach target is missing: misspelled, of another kernel, of a module, or set by the loader.
static void judgeTarget(const MissingTarget &Missing, bool IsOptional, const LoadRequest &Request, Verdict &Result) {
  Result.Why = formatv("{0} has no {1} '{2}'", Request.Kernel, Missing.What, Missing.Name);
  // Another kernel has functions of other names, and lists those of its modules nowhere.
  Result.Remedy = "it may be in a module, which is not loaded there";
  if (!Request.HasModules)
    return;
  Result.Remedy = "load the module that has it, or set it at run time with bpf_program__set_attach_target()";
  if (Missing.Nearest.empty() || IsOptional)
    return;
  Result.Status = Verdict::NoTarget;
  Result.Remedy = formatv("did you mean '{0}'?", Missing.Nearest);
}

/// libbpf resolves the targets of these programs before loading; others load without.
static bool needsTarget(bpf_prog_type Type) {
  return Type == BPF_PROG_TYPE_TRACING || Type == BPF_PROG_TYPE_LSM || Type == BPF_PROG_TYPE_EXT;
}

/// No verdict is possible if the kernel accepts no program at all: a sandbox fails bpf() with an error of its
/// choice.
static bool cannotAsk(int Error) {
  bool IsOfPermission = Error == EPERM || Error == EACCES;
  return (IsOfPermission && !mayLoadEveryType()) || !probeCpu();
}

static void judge(const LoadAttempt &Last, const AskedProgram &Asked, Verdict &Result) {
  auto Settle = [&](Verdict::Answer Answer, std::string Why, std::string Remedy = "") {
    Result.Status = Answer;
    Result.Why = std::move(Why);
    Result.Remedy = std::move(Remedy);
  };
  if (Last.isAccepted())
    return Settle(Verdict::Accepted, "");
  if (readRejection(Last.Log)) {
    Result.Code = Last.Code;
    return Settle(Verdict::Rejected, "");
  }
  if (cannotAsk(Last.Error))
    return Settle(Verdict::NotPermitted, textOf(Last.Error));
  // If the verifier returned this error, it gave its reasons in the log.
  std::string Type = libbpf_bpf_prog_type_str(Asked.As.Type);
  if (Last.Error == EPERM || Last.Error == EACCES)
    return Settle(Verdict::NotAsked,
                  formatv("this kernel does not permit programs of type {0} ({1})", Type, textOf(Last.Error)),
                  "verify on a kernel that does");
  if (Last.reports(KnownMessage::NoKernelConfig))
    return Settle(Verdict::NotAsked,
                  "it uses CONFIG_ variables, which are in no /boot/config-RELEASE and no /proc/config.gz there",
                  "for a kernel that is booted, put the file beside its image as config-X.Y");
  if (Last.Error == ENOMEM || Last.Error == EMFILE || Last.Error == ENFILE)
    return Settle(Verdict::Failed, Last.firstMessage());
  if (Last.reports(KnownMessage::LoadNotPrepared))
    return Settle(Verdict::NotAsked, Last.firstMessage(), "verify on a kernel that has its target");
  if (Asked.As.Type == BPF_PROG_TYPE_STRUCT_OPS)
    return Settle(Verdict::NotAsked,
                  Last.isOfKernel() ? "no struct_ops map of a type that this kernel has uses it" : Last.firstMessage(),
                  "define the map, or verify on a kernel that has the type");
  if (!Last.isOfKernel())
    return Settle(Verdict::NotLoaded, Last.firstMessage());
  if (libbpf_probe_bpf_prog_type(Asked.As.Type, nullptr) == 0)
    return Settle(Verdict::NotAsked, formatv("this kernel has no programs of type {0}", Type), "verify on a newer one");
  return Settle(Verdict::Rejected, textOf(Last.Error));
}

/// Sets no reason if the program can be loaded on its own.
static void judgeBefore(const AskedProgram &Asked, Verdict &Result) {
  if (Asked.As.Type == BPF_PROG_TYPE_UNSPEC) {
    Result.Why = "libbpf knows no program type for section '" + Result.Section + "'";
    Result.Remedy = Result.Section == ".text" ? "give it a section, such as SEC(\"xdp\")"
                                              : "rename the section, or use --program-type=" + Result.Section + ":TYPE";
  } else if (Asked.As.Type == BPF_PROG_TYPE_EXT) {
    Result.Why = "it replaces a function of another program, which is not in the object";
    Result.Remedy = "load it where that program is; --verify=if-possible accepts it";
  }
}

static Verdict askAbout(const AskedProgram &Asked) {
  Verdict Result;
  Result.Program = bpf_program__name(Asked.Program);
  Result.Section = bpf_program__section_name(Asked.Program);
  judgeBefore(Asked, Result);
  if (!Result.Why.empty())
    return Result;
  std::optional<MissingTarget> Missing = missingTarget(Result.Section, Asked.Sections, Asked.Kernel);
  bool IsOptional = !bpf_program__autoload(Asked.Program);
  if (Missing && needsTarget(Asked.As.Type)) {
    judgeTarget(*Missing, IsOptional, Asked.Request, Result);
    return Result;
  }
  LoadAttempt Last = askForVerdict(Asked.Object, Asked.Number, Asked.As, Asked.Request.Log);
  judge(Last, Asked, Result);
  Result.Log = std::move(Last.Log);
  if (Result.Status == Verdict::Rejected)
    Result.Remedy = remedyOfDeclaredType(Result.Log, Asked.Kernel);
  if (Missing && !IsOptional && Result.Status == Verdict::Accepted) {
    Result.Advice = formatv("'{0}' loads, but {1} has no {2} '{3}' to attach it to", Result.Program,
                            Asked.Request.Kernel, Missing->What, Missing->Name);
    if (!Missing->Nearest.empty() && Asked.Request.HasModules)
      Result.Remedy = formatv("did you mean '{0}'?", Missing->Nearest);
  }
  return Result;
}

Error askKernel(const NamedObject &Object, const LoadRequest &Request, function_ref<void(Verdict)> Consume) {
  std::string Why;
  OpenedObject Whole = {nullptr, bpf_object__close};
  {
    LibbpfMessages Words;
    Whole = openObject(Object);
    Why = LoadAttempt{errno, "", LibbpfMessages::lines().str(), {}}.firstMessage();
  }
  if (!Whole)
    return createStringError(Why);
  std::vector<bpf_program *> Programs = programsOf(Whole.get());
  std::vector<LoadType> Types = loadTypesOf(Whole.get(), Request.Types);
  std::vector<std::string> Sections;
  Sections.reserve(Programs.size());
  for (bpf_program *Each : Programs)
    Sections.push_back(bpf_program__section_name(Each));
  KernelNames Kernel;
  for (auto [Number, Program] : enumerate(Programs))
    Consume(askAbout({Object, Number, Program, Types[Number], Sections, Kernel, Request}));
  return Error::success();
}

} // namespace bpf
