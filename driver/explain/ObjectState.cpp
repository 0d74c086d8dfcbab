// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Dynptrs, iterators and references in another state than the call wants: not made yet, in use already, or released.
#include "driver/explain/CalledFunction.h"
#include "driver/explain/Explainers.h"
#include "llvm/Support/FormatVariadic.h"
#include "llvm/Support/Regex.h"

using namespace llvm;

namespace bpf {

namespace {

struct WrongState {
  unsigned Register = 0;
  enum { NotMade, InUse, NotOwned } Kind = NotMade;
  StringRef What; ///< "dynptr", "iterator", "reference"
};

} // namespace

static unsigned numberAfter(StringRef Words, StringRef Mark) {
  StringRef Rest = Words.split(Mark).second;
  unsigned Number = 0;
  return Rest.empty() || Rest.consumeInteger(10, Number) ? ~0u : Number;
}

/// The register of the call's argument of that kind.
static unsigned registerOf(const LoggedInstruction &Call, std::initializer_list<ArgumentKind> Kinds) {
  CalledFunction Called = calledFunction(Call.Callee);
  for (unsigned Register = 1; Register <= Called.Arguments.size(); ++Register)
    if (is_contained(Kinds, Called.argument(Register).Kind))
      return Register;
  return 0;
}

static std::optional<WrongState> stateIn(StringRef Words, const LoggedInstruction &Call) {
  using enum ArgumentKind;
  if (Words.contains("xpected an initialized"))
    return WrongState{numberAfter(Words, "arg #") + 1, WrongState::NotMade,
                      Words.contains("iter") ? "iterator" : "dynptr"};
  if (Words.contains("expected uninitialized iter") || Words.contains("expected an uninitialized iter"))
    return WrongState{numberAfter(Words, "arg #") + 1, WrongState::InUse, "iterator"};
  if (Words.contains("Dynptr has to be an uninitialized dynptr") ||
      Words.contains("cannot overwrite referenced dynptr"))
    return WrongState{registerOf(Call, {NewDynptr}), WrongState::InUse, "dynptr"};
  if (Words.contains("is an unacquired reference"))
    return WrongState{numberAfter(Words, "arg "), WrongState::NotOwned, "reference"};
  if (Words.contains("cannot release unowned const bpf_dynptr"))
    return WrongState{registerOf(Call, {Dynptr}), WrongState::NotOwned, "dynptr"};
  if (Words.contains("release kernel function") && Words.contains("expects refcounted"))
    return WrongState{1, WrongState::NotOwned, "reference"};
  return std::nullopt;
}

/// The nearest call before that one which had the same argument, and what it did with it.
static std::optional<size_t> callWith(const Evidence &Seen, size_t Last, StringRef Value,
                                      function_ref<bool(const ArgumentRule &)> Does) {
  for (size_t At = Last; At-- != 0 && !Value.empty();) {
    const PathStep &Step = Seen.step(At);
    if (Step.Code.Kind != LoggedInstruction::Call || Step.Frame != Seen.step(Last).Frame)
      continue;
    CalledFunction Called = calledFunction(Step.Code.Callee);
    for (unsigned Register = 1; Register <= Called.Arguments.size(); ++Register)
      if (Does(Called.argument(Register)) && Seen.Path.before(At, Register).text() == Value)
        return At;
  }
  return std::nullopt;
}

/// The last call between two steps that releases a dynptr.
static std::optional<size_t> releaseBetween(const Evidence &Seen, size_t First, size_t Last) {
  for (size_t At = Last; At-- > First + 1;) {
    if (Seen.step(At).Code.Kind != LoggedInstruction::Call)
      continue;
    CalledFunction Called = calledFunction(Seen.step(At).Code.Callee);
    if (unsigned Register = Called.released(); Register && Called.argument(Register).Kind == ArgumentKind::Dynptr)
      return At;
  }
  return std::nullopt;
}

std::optional<Explanation> explainObjectState(const Evidence &Seen) {
  std::optional<size_t> Last = Seen.last();
  if (!Last || Seen.step(*Last).Code.Kind == LoggedInstruction::Exit)
    return std::nullopt;
  std::optional<WrongState> State = stateIn(Seen.Why.Last.Text, Seen.step(*Last).Code);
  if (!State)
    return std::nullopt;
  bool HasArgument =
      State->Register >= 1 && State->Register <= 5 && Seen.step(*Last).Code.Kind == LoggedInstruction::Call;
  std::string Name = HasArgument ? Seen.argument(*Last, State->Register) : formatv("the {0}", State->What).str();
  RegisterValue Value = HasArgument ? Seen.Path.before(*Last, State->Register) : RegisterValue();
  auto Released = callWith(Seen, *Last, Value.text(), [](const ArgumentRule &Each) { return Each.IsReleased; });
  auto Made = callWith(Seen, *Last, Value.text(), [](const ArgumentRule &Each) {
    return Each.Kind == ArgumentKind::NewDynptr || Each.Kind == ArgumentKind::NewIterator;
  });
  if (!Made && State->Kind == WrongState::InUse && !HasArgument)
    Made = objectMadeBefore(*Last, Seen);
  Explanation Result;
  if (Made)
    Result.Chain.push_back(Seen.note(formatv("{0} makes it here", Seen.calleeName(*Made)), *Made));
  if (State->Kind == WrongState::InUse) {
    Result.Headline = HasArgument ? formatv("{0} is a {1} that is in use", Name, State->What).str()
                                  : formatv("a {0} that is in use is overwritten", State->What).str();
    if (HasArgument && !Made)
      Seen.addOrigin(Result, originOf(Seen.Path, *Last, State->Register), "it");
    Result.Remedy =
        formatv("use a variable of its own for each {0}, and release the one before it is made again", State->What);
    return Result;
  }
  if (Released && (!Made || *Released > *Made)) {
    Result.Headline = formatv("{0} was released before", Name);
    Result.Chain.push_back(Seen.note(formatv("{0} releases it here", Seen.calleeName(*Released)), *Released));
    Result.Remedy = formatv("use it before {0}, and release it once", Seen.calleeName(*Released));
    return Result;
  }
  // A clone shares what it is of, and a slice of it ends with it.
  if (State->Kind == WrongState::NotMade && Made && State->What == "dynptr")
    if (std::optional<size_t> Ended = releaseBetween(Seen, *Made, *Last)) {
      std::string Callee = Seen.calleeName(*Ended);
      Result.Headline = formatv("{0} is not valid any more: {1} released the memory that it shares", Name, Callee);
      Result.Chain.push_back(Seen.note(formatv("{0} releases it here", Callee), *Ended));
      Result.Remedy = formatv("use it before {0}", Callee);
      return Result;
    }
  if (State->Kind == WrongState::NotOwned) {
    Result.Headline = formatv("{0} is no reference that this program has to release", Name);
    Seen.addOrigin(Result, originOf(Seen.Path, *Last, State->Register), "it");
    Result.Remedy =
        "release only what a call acquired (bpf_task_acquire(), bpf_ringbuf_reserve() and the like), and only once";
    return Result;
  }
  Result.Headline = formatv("{0} is no initialized {1}", Name, State->What);
  Result.Remedy =
      State->What == "iterator"
          ? "make it with its bpf_iter_*_new() first, on each path, and pass its own address"
          : "make it with bpf_dynptr_from_*() or bpf_ringbuf_reserve_dynptr() first, on each path, and pass "
            "its own address";
  return Result;
}

} // namespace bpf
