// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// "invalid mem access 'scalar'" has six causes: what the register was before, and which call ended that, tells them
// apart.
#include "driver/explain/CalledFunction.h"
#include "driver/explain/Explainers.h"
#include "llvm/Support/FormatVariadic.h"
#include "llvm/Support/Regex.h"

using namespace llvm;

namespace bpf {

/// A call of a function that is verified by itself: the path does not go through it.
static bool isStepOver(const Evidence &Seen, size_t Step) {
  return Seen.step(Step).Code.isLocalCall() && Step + 1 < Seen.Path.Steps.size() &&
         Seen.step(Step + 1).Frame == Seen.step(Step).Frame;
}

/// What a call ends: pointers into the packet, what belongs to a reference, or to a lock.
static bool ends(const Evidence &Seen, size_t Step) {
  const LoggedInstruction &Code = Seen.step(Step).Code;
  if (isStepOver(Seen, Step) || Code.Callee == "bpf_tail_call")
    return true;
  if (Code.Kind != LoggedInstruction::Call || Code.isLocalCall())
    return false;
  CalledFunction Called = calledFunction(Code.Callee);
  bool IsUnlock = Code.Callee.ends_with("unlock") || Code.Callee == "bpf_dynptr_write";
  return Called.MovesPacketData || Called.released() || IsUnlock;
}

/// The last call since the pointer was made that ended it.
static std::optional<size_t> endingCall(const Evidence &Seen, size_t Made, size_t Last) {
  for (size_t At = Last; At-- > Made + 1;)
    if (ends(Seen, At))
      return At;
  return std::nullopt;
}

/// True where the log shows it as a pointer at some step since.
static bool wasPointer(const Evidence &Seen, const Origin &From) {
  if (From.Kind == Origin::Call && Seen.Path.after(From.Step, 0).isPointer())
    return true;
  if (From.Kind == Origin::Load && Seen.step(From.Step).Code.Target &&
      Seen.Path.after(From.Step, *Seen.step(From.Step).Code.Target).isPointer())
    return true;
  for (size_t Step : From.Since)
    if (std::optional<unsigned> Target = Seen.step(Step).Code.Target;
        Target && *Target != FrameRegister && Seen.Path.after(Step, *Target).isPointer())
      return true;
  return false;
}

static Explanation usedAfter(const Evidence &Seen, const Origin &From, StringRef Name, size_t Ended) {
  Explanation Result;
  std::string Callee = Seen.calleeName(Ended);
  const LoggedInstruction &Code = Seen.step(Ended).Code;
  Result.Headline = formatv("{0} is used after {1}, which invalidates it", Name, Callee);
  Seen.addOrigin(Result, From, Name);
  Result.Chain.push_back(Seen.note(formatv("{0} invalidates it here", Callee), Ended));
  bool IsOfPacket =
      calledFunction(Code.Callee).MovesPacketData || isStepOver(Seen, Ended) || Code.Callee == "bpf_tail_call";
  if (IsOfPacket)
    Result.Remedy = formatv(
        "read data and data_end from the context again after {0}, and compare again (--explain=stale-packet-pointer)",
        Callee);
  else if (Code.Callee.ends_with("unlock"))
    Result.Remedy = formatv("use {0} before {1}, or keep what is needed of it in a variable", Name, Callee);
  else
    Result.Remedy = formatv("move this before {0}, or keep what is needed of {1} in a variable", Callee, Name);
  return Result;
}

/// A pointer that was read from memory is a number to the verifier, unless it knows the type of what was read.
static Explanation readFromMemory(const Evidence &Seen, const Origin &From, StringRef Name) {
  const LoggedInstruction &Code = Seen.step(From.Step).Code;
  RegisterValue Base = Code.Source ? Seen.Path.before(From.Step, *Code.Source) : RegisterValue();
  StringRef Section = Seen.Program.Section;
  Explanation Result;
  Result.Headline = formatv("{0} is only a number to the verifier: it was read from {1}", Name,
                            Base.isKnown() ? Base.words() : "memory");
  Seen.addOrigin(Result, From, Name);
  bool IsContext = Base.kind() == "ctx";
  if (Base.kind().starts_with("map_value"))
    Result.Remedy = "a pointer to a kernel structure is kept in a map as __kptr (bpf_kptr_xchg()); what it "
                    "points to can be "
                    "read with BPF_CORE_READ()";
  else if (IsContext && (Section.starts_with("raw_tp") || Section.starts_with("raw_tracepoint")))
    Result.Remedy = "use SEC(\"tp_btf/...\"), whose arguments have types, or read it with BPF_CORE_READ()";
  else if (IsContext)
    Result.Remedy = formatv(
        "read what {0} points to with bpf_probe_read_kernel() or BPF_CORE_READ(), and memory of the user's process "
        "with bpf_probe_read_user()",
        Name);
  else
    Result.Remedy = formatv("read what {0} points to with BPF_CORE_READ() or bpf_probe_read_kernel()", Name);
  return Result;
}

static Explanation returnedNumber(const Evidence &Seen, const Origin &From, StringRef Name) {
  Explanation Result;
  std::string Callee = Seen.calleeName(From.Step);
  Result.Headline =
      formatv("{0} is only a number to the verifier: {1} returns no pointer that can be followed", Name, Callee);
  Seen.addOrigin(Result, From, Name);
  Result.Remedy = Seen.step(From.Step).Code.Callee == "bpf_get_current_task"
                      ? std::string("bpf_get_current_task_btf() returns one; or read it with BPF_CORE_READ()")
                      : formatv("read what it points to with BPF_CORE_READ() or bpf_probe_read_kernel()").str();
  return Result;
}

static Explanation nullBehindTest(const Evidence &Seen, const Origin &From, StringRef Name, size_t Last,
                                  unsigned Register) {
  Explanation Result;
  Result.Headline = formatv("{0} is NULL here: the path continues after the test for NULL", Name);
  Seen.addOrigin(Result, From, Name);
  if (std::vector<size_t> Tests = comparesOf(Seen.Path, Last, Register); !Tests.empty())
    Result.Chain.push_back(Seen.note("this test does not end the path on which it is NULL", Tests.front()));
  Result.Remedy = "return in the branch of the test in which the pointer is NULL";
  return Result;
}

/// What the argument of a callback is, its caller decides.
static Explanation argumentOfCallback(const Evidence &Seen, const Origin &From, StringRef Name) {
  Explanation Result;
  Result.Headline =
      formatv("{0} is NULL or a number: the {1} argument of the callback, for which no pointer was passed", Name,
              ordinal(From.Register));
  Seen.addCaller(Result, From.Frame);
  Result.Remedy = "pass the address of a variable as the context of the callback";
  return Result;
}

/// It was a pointer, and no call ended it: the dynptr that it belongs to was overwritten, or part of the pointer was.
static Explanation overwritten(const Evidence &Seen, const Origin &From, StringRef Name, size_t Last) {
  Explanation Result;
  Result.Headline = formatv("{0} is not valid any more: the memory behind it was overwritten", Name);
  Seen.addOrigin(Result, From, Name);
  for (size_t At = Last; At-- > From.Step + 1;)
    if (const LoggedInstruction &Code = Seen.step(At).Code;
        Code.Kind == LoggedInstruction::Call ||
        (Code.Kind == LoggedInstruction::Store && Code.Target == FrameRegister)) {
      Result.Chain.push_back(Seen.note("the memory is written again here", At));
      break;
    }
  Result.Remedy = formatv("do not write to the dynptr while {0} is used, or get {0} again after that", Name);
  return Result;
}

std::optional<Explanation> explainLostPointer(const Evidence &Seen) {
  static const Regex Known("R[0-9]+ invalid mem access '(scalar|inv)'");
  std::optional<size_t> Last = Seen.last();
  std::optional<unsigned> Register = registerNamed(Seen.Why.Last.Text);
  if (!Known.match(Seen.Why.Last.Text) || !Last || !Register)
    return std::nullopt;
  std::string Name = Seen.pointerName(*Last);
  Origin From = originOf(Seen.Path, *Last, *Register);
  bool IsNull = Seen.Path.before(*Last, *Register).constant() == 0;
  if (From.Kind == Origin::Argument && From.Frame > 0)
    return argumentOfCallback(Seen, From, Name);
  if (IsNull && From.Kind != Origin::Constant)
    return nullBehindTest(Seen, From, Name, *Last, *Register);
  bool IsMade = From.Kind == Origin::Call || From.Kind == Origin::Load;
  if (IsMade && wasPointer(Seen, From)) {
    std::optional<size_t> Ended = endingCall(Seen, From.Step, *Last);
    return Ended ? usedAfter(Seen, From, Name, *Ended) : overwritten(Seen, From, Name, *Last);
  }
  if (From.Kind == Origin::Load)
    return readFromMemory(Seen, From, Name);
  if (From.Kind == Origin::Call)
    return returnedNumber(Seen, From, Name);
  Explanation Result;
  Result.Headline = IsNull ? formatv("{0} is NULL here", Name).str()
                           : formatv("{0} is only a number to the verifier, and no pointer", Name).str();
  Seen.addOrigin(Result, From, Name);
  Result.Remedy = IsNull
                      ? "set the pointer on each path, or leave where it is NULL"
                      : "a number that was cast to a pointer cannot be followed: read it with bpf_probe_read_kernel()";
  return Result;
}

} // namespace bpf
