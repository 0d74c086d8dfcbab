// What is asked, and what an answer is worth: an errno alone tells nobody's refusal from another's.
#include "driver/verify/AskKernel.h"
#include "driver/object/LibbpfWords.h"
#include "driver/verify/Capabilities.h"
#include "driver/verify/LoadAttempt.h"
#include "driver/verify/UntoldTypes.h"
#include "driver/verify/VerifierLog.h"
#include "passes/target/CpuProbe.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/FormatVariadic.h"

using namespace llvm;

namespace bpf {

/// enum of <linux/bpf.h>, which older headers lack: counts, and no log.
static constexpr unsigned StatisticsLevel = 4;
static constexpr unsigned PathLevel = 1;
/// libbpf asks for the verdict without a log, and for its reason where it is a refusal.
static constexpr unsigned VerdictLevel = 0;

/// A log that does not fit makes the kernel refuse a program that it would take. The second is the most before 5.2.
static constexpr size_t LogSizes[] = {1 << 20, (1 << 24) - 1, 1 << 28, (1 << 30) - 1};

/// The verdict, and what the kernel counts, at the cost of one load where the program is taken.
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

static void judge(const LoadAttempt &Last, bpf_prog_type Type, Verdict &Result) {
  auto Is = [&](Verdict::Answer How, std::string Why) {
    Result.Is = How;
    Result.Why = std::move(Why);
  };
  std::string Reason = std::error_code(Last.Error, std::generic_category()).message();
  if (Last.isTaken())
    return Is(Verdict::Taken, "");
  if (readRefusal(Last.Log)) {
    Result.Code = Last.Code;
    return Is(Verdict::Refused, "");
  }
  // A verifier that says the same has its reasons in the log.
  if (Last.Error == EPERM || Last.Error == EACCES) {
    if (mayLoadEveryType() && probeCpu())
      return Is(Verdict::NotAsked, "this kernel permits nobody to load it (" + Reason + ")");
    return Is(Verdict::NotPermitted, Reason);
  }
  if (Last.Error == ENOMEM || Last.Error == EMFILE || Last.Error == ENFILE)
    return Is(Verdict::Failed, Last.firstWords());
  if (Last.says("failed to prepare load attributes"))
    return Is(Verdict::NotAsked, Last.firstWords());
  if (Type == BPF_PROG_TYPE_STRUCT_OPS)
    return Is(Verdict::NotAsked, "what it is an operation of is not in the object, or not in this kernel");
  if (!Last.isOfKernel())
    return Is(Verdict::NotLoaded, Last.firstWords());
  if (libbpf_probe_bpf_prog_type(Type, nullptr) == 0)
    return Is(Verdict::NotAsked, formatv("this kernel has no programs of type {0}", libbpf_bpf_prog_type_str(Type)));
  return Is(Verdict::Refused, Reason);
}

static Verdict askAbout(const NamedObject &Object, size_t Number, bpf_program *Program, const LoadType &As,
                        LogPart Wanted) {
  Verdict Result;
  Result.Program = bpf_program__name(Program);
  Result.Section = bpf_program__section_name(Program);
  if (As.Type == BPF_PROG_TYPE_UNSPEC)
    Result.Why = "its section '" + Result.Section + "' tells libbpf no type";
  else if (As.Type == BPF_PROG_TYPE_EXT)
    Result.Why = "it replaces a function of another program, which is not here";
  if (!Result.Why.empty())
    return Result;
  LoadAttempt Last = askForVerdict(Object, Number, As, Wanted);
  judge(Last, As.Type, Result);
  Result.Log = std::move(Last.Log);
  return Result;
}

Expected<std::vector<Verdict>> askKernel(const NamedObject &Object, const SaidTypes &Said, LogPart Wanted) {
  std::string Why;
  OpenedObject Whole = {nullptr, bpf_object__close};
  {
    LibbpfWords Words;
    Whole = openObject(Object);
    Why = LoadAttempt{errno, "", LibbpfWords::lines().str(), {}}.firstWords();
  }
  if (!Whole)
    return createStringError("libbpf does not open '" + Object.Name + "': " + Why);
  std::vector<LoadType> Types = loadTypesOf(Whole.get(), Said);
  std::vector<Verdict> Verdicts;
  for (auto [Number, Program] : enumerate(programsOf(Whole.get())))
    Verdicts.push_back(askAbout(Object, Number, Program, Types[Number], Wanted));
  return Verdicts;
}

} // namespace bpf
