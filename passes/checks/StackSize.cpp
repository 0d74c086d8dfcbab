// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The kernel gives a program 512 bytes of stack, and adds up the frames of every chain of calls:
// check_max_stack_depth() in kernel/bpf/verifier.c (-Wbpf-stack-size). Frames are known after code generation only,
// because registers are saved there.
#include "passes/RunChecks.h"
#include "passes/analysis/MachineFacts.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/FormatVariadic.h"
#include "llvm/Support/MathExtras.h"
#include <set>

using namespace llvm;

namespace bpf {

/// MAX_CALL_FRAMES in linux/bpf_verifier.h, the program's own included.
static constexpr unsigned MaxFrames = 8;
/// What may lie on the stack where a function is called that calls bpf_tail_call(): ebf7d1f508a7 (5.10).
static constexpr unsigned LimitBeforeTailCall = 256;
/// The granule that frames are rounded to where the program is compiled to machine code. The interpreter's is 32, so
/// that a chain over the limit here is over it there too.
static constexpr unsigned Granule = 16;
/// Everybody's before 6.9, when an empty frame took one too.
static constexpr unsigned OldGranule = 32;

/// What the kernel counts for a frame: round_up_stack_depth() in kernel/bpf/verifier.c.
static unsigned countedBytes(const FunctionFacts &Function, const Target &T) {
  if (T.has(Feature::FramesBy16))
    return alignTo(Function.FrameBytes, Granule);
  return alignTo(std::max<uint64_t>(Function.FrameBytes, 1), OldGranule);
}

static constexpr char Elsewhere[] =
    "keep large data in a map; a per-CPU array with one entry is the usual scratch space";

/// "'buffer' takes 400 bytes" at the declaration of the largest few.
static void noteVariables(const FunctionFacts &Facts, std::vector<Note> &Notes) {
  constexpr unsigned Shown = 3;
  constexpr unsigned WorthShowing = 16;
  for (const FrameVariable &Each : ArrayRef(Facts.Variables).take_front(Shown))
    if (Each.Bytes >= WorthShowing)
      Notes.push_back({formatv("'{0}' takes {1} bytes", Each.Name, Each.Bytes), Each.Declared});
}

/// One frame that is too large: LLVM rejects it too, without a name.
static void checkFrame(StringRef Name, const FunctionFacts &Facts, const Target &T, Report R) {
  if (!Facts.OverLimit || Facts.FrameBytes <= T.stackLimit())
    return;
  Place Where = Facts.Variables.empty() ? Facts.Declared : Facts.Variables.front().Declared;
  Finding Found{Check::StackSize, Severity::Rejected, Where, "", {}, {}};
  Found.Message =
      formatv("the stack frame of '{0}' has {1} bytes; the kernel allows {2}", Name, Facts.FrameBytes, T.stackLimit());
  noteVariables(Facts, Found.Notes);
  uint64_t Named = 0;
  for (const FrameVariable &Each : Facts.Variables)
    Named += Each.Bytes;
  if (Named + Granule <= Facts.FrameBytes)
    Found.Notes.push_back({formatv("{0} bytes hold spilled registers, not variables", Facts.FrameBytes - Named), {}});
  Found.Notes.push_back({Elsewhere, {}});
  R(std::move(Found));
}

namespace {

/// Follows every chain of calls from one program.
class Chains {
public:
  Chains(const MachineFacts &Facts, const Target &T, Report R) : Facts(Facts), T(T), R(R) {}

  void follow(StringRef Program, bool AddsUp) {
    FramesAddUp = AddsUp;
    Entered.clear();
    enter(Program, /*Surely=*/true, {});
  }

private:
  struct Frame {
    StringRef Name;
    const FunctionFacts *Facts;
    Place Called;
  };

  /// How a function was entered.
  struct Entry {
    unsigned Frames;
    unsigned Bytes;
    bool Surely;
  };

  void enter(StringRef Name, bool Surely, const Place &Called);
  bool isKnown(StringRef Name, bool Surely);
  void checkSum(bool Surely);
  void checkTailCall();
  void checkDepth();
  void reportRecursion(StringRef Name, const Place &Where);
  unsigned sum() const;
  void noteChain(std::vector<Note> &Notes) const;
  void report(Severity Sev, std::string Message, std::string Remedy);

  const MachineFacts &Facts;
  const Target &T;
  Report R;
  bool FramesAddUp = true;
  std::vector<Frame> Stack;
  std::set<std::string> Reported; ///< one Finding for the same call
  std::map<StringRef, std::vector<Entry>> Entered;
};

} // namespace

unsigned Chains::sum() const {
  unsigned Bytes = 0;
  for (const Frame &Each : Stack)
    Bytes += countedBytes(*Each.Facts, T);
  return Bytes;
}

void Chains::noteChain(std::vector<Note> &Notes) const {
  for (const Frame &Each : Stack) {
    if (!Each.Facts->FrameBytes)
      continue;
    Notes.push_back(
        {formatv("the frame of '{0}' has {1} bytes", Each.Name, Each.Facts->FrameBytes), Each.Facts->Declared});
    if (!Each.Facts->Variables.empty() && Each.Facts->Variables.front().Bytes >= 64)
      Notes.push_back(
          {formatv("'{0}' takes {1} of them", Each.Facts->Variables.front().Name, Each.Facts->Variables.front().Bytes),
           Each.Facts->Variables.front().Declared});
  }
}

void Chains::report(Severity Sev, std::string Message, std::string Remedy) {
  const Place &Where = Stack.back().Called;
  if (!Reported.insert(formatv("{0}:{1}:{2}", Where.File, Where.Line, Where.Column)).second)
    return;
  Finding Found{Check::StackSize, Sev, Where, std::move(Message), {}, {}};
  noteChain(Found.Notes);
  Found.Notes.push_back({std::move(Remedy), {}});
  R(std::move(Found));
}

void Chains::checkSum(bool Surely) {
  unsigned Bytes = sum(), Before = Bytes - countedBytes(*Stack.back().Facts, T);
  // The call that exceeds the limit is reported, not those that it leads to.
  if (Before > T.stackLimit() && (Stack.size() > 2 || Stack.front().Facts->OverLimit))
    return;
  // The frame that is too large by itself has its own Finding.
  if (!FramesAddUp || Stack.size() < 2 || Bytes <= T.stackLimit() || Stack.back().Facts->OverLimit)
    return;
  report(Surely ? Severity::Rejected : Severity::Fragile,
         formatv("calling '{0}' needs {2} bytes of stack in '{1}'; the kernel allows {3}", Stack.back().Name,
                 Stack.front().Name, Bytes, T.stackLimit()),
         Elsewhere);
}

void Chains::checkTailCall() {
  unsigned Before = sum() - countedBytes(*Stack.back().Facts, T);
  if (Stack.size() < 2 || !Stack.back().Facts->CallsTail || Before < LimitBeforeTailCall)
    return;
  report(
      Severity::Rejected,
      formatv("'{0}' calls bpf_tail_call() while its callers use {1} bytes of stack; the kernel allows less than {2}",
              Stack.back().Name, Before, LimitBeforeTailCall),
      "move the tail call to the program itself, or keep large data in a map");
}

void Chains::checkDepth() {
  if (Stack.size() == MaxFrames + 1)
    report(Severity::Rejected,
           formatv("this call of '{0}' makes {1} nested frames; the kernel allows {2}", Stack.back().Name, Stack.size(),
                   MaxFrames),
           "inline one of the functions, or call it from a caller further up");
}

void Chains::reportRecursion(StringRef Name, const Place &Where) {
  std::string Whom = Stack.back().Name == Name ? "itself" : formatv("'{0}', which calls it", Name).str();
  Finding Found{Check::StackSize, Severity::Rejected, Where, "", {}, {}};
  Found.Message = formatv("'{0}' calls {1}; the kernel does not support recursion", Stack.back().Name, Whom);
  Found.Notes.push_back({"write it as a loop, with a bound that the verifier can see", {}});
  if (Reported.insert(formatv("{0}:{1}:{2}", Where.File, Where.Line, Where.Column)).second)
    R(std::move(Found));
}

/// Without this, the number of chains would grow with the power of their length.
bool Chains::isKnown(StringRef Name, bool Surely) {
  Entry Now = {unsigned(Stack.size()), sum(), Surely};
  std::vector<Entry> &Before = Entered[Name];
  if (any_of(Before,
             [&](const Entry &E) { return E.Frames >= Now.Frames && E.Bytes >= Now.Bytes && E.Surely >= Surely; }))
    return true;
  Before.push_back(Now);
  return false;
}

void Chains::enter(StringRef Name, bool Surely, const Place &Called) {
  auto Known = Facts.Functions.find(Name.str());
  if (Known == Facts.Functions.end())
    return;
  const FunctionFacts &Function = Known->second;
  if (any_of(Stack, [&](const Frame &Each) { return Each.Facts == &Function; }))
    return reportRecursion(Name, Called);
  if (isKnown(Name, Surely))
    return;
  Stack.push_back({Name, &Function, Called});
  checkDepth();
  checkSum(Surely);
  checkTailCall();
  // Beyond the kernel's depth there is nothing more to report.
  if (Stack.size() <= MaxFrames)
    for (const CallFacts &Each : Function.Calls)
      if (!Each.OwnChain)
        enter(Each.Callee, Surely && Each.Surely, Each.Where);
  Stack.pop_back();
}

/// True where the function, or one that it calls, has a tail call.
static bool reachesTailCall(StringRef Name, const MachineFacts &Facts, std::set<StringRef> &Seen) {
  auto Known = Facts.Functions.find(Name.str());
  if (Known == Facts.Functions.end() || !Seen.insert(Name).second)
    return false;
  return Known->second.CallsTail ||
         any_of(Known->second.Calls, [&](const CallFacts &Each) { return reachesTailCall(Each.Callee, Facts, Seen); });
}

/// Whether the kernel adds frames up: not if each has its own stack, which a tail call disables for all of them.
static bool framesAddUp(StringRef Program, const FunctionFacts &Function, const MachineFacts &Facts, const Target &T) {
  std::set<StringRef> Seen;
  return !Function.HasOwnStack || !T.has(Feature::PrivateStack) || reachesTailCall(Program, Facts, Seen);
}

void checkStackSize(const MachineFacts &Facts, const Target &T, Report R) {
  for (const auto &[Name, Function] : Facts.Functions)
    checkFrame(Name, Function, T, R);
  Chains All(Facts, T, R);
  for (const auto &[Name, Function] : Facts.Functions)
    if (Function.IsProgram)
      All.follow(Name, framesAddUp(Name, Function, Facts, T));
}

} // namespace bpf
