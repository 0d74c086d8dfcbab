// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A line of the log is an instruction with the state after it, a state alone, a source line, or words of the verifier
// about what it does, which are left out.
#include "driver/explain/VerifierPath.h"
#include "llvm/ADT/StringExtras.h"

using namespace llvm;

namespace bpf {

static std::optional<unsigned> consumeNumber(StringRef &Text) {
  unsigned Number;
  if (Text.empty() || !isDigit(Text.front()) || Text.consumeInteger(10, Number))
    return std::nullopt;
  return Number;
}

static bool beginsState(StringRef Text) {
  StringRef Rest = Text.ltrim();
  if (Rest.consume_front("frame") && consumeNumber(Rest) && Rest.consume_front(":"))
    return true;
  Rest = Text.ltrim();
  if (Rest.starts_with("fp-") || Rest.starts_with("refs="))
    return true;
  return Rest.consume_front("R") && consumeNumber(Rest) && (Rest.starts_with("=") || Rest.starts_with("_"));
}

static unsigned frameOf(StringRef State) {
  StringRef Rest = State.ltrim();
  if (!Rest.consume_front("frame"))
    return 0;
  return consumeNumber(Rest).value_or(0);
}

namespace {

class PathReader {
public:
  explicit PathReader(StringRef Log) : Log(Log) {}

  VerifierPath read() {
    while (!Log.empty()) {
      StringRef Line;
      std::tie(Line, Log) = Log.split('\n');
      readLine(Line);
    }
    return std::move(Path);
  }

private:
  void readLine(StringRef Line) {
    if (Line.starts_with("; ")) {
      Source = Line.drop_front(2);
      return;
    }
    // A function by itself: what stands before belongs to another.
    if (Line.starts_with("Validating ")) {
      Path = VerifierPath();
      Source = "";
      Frame = 0;
      return;
    }
    StringRef Rest = Line;
    if (Rest.consume_front("from "))
      Rest = Rest.split(": ").second;
    else if (std::optional<unsigned> Number = consumeNumber(Rest)) {
      if (!Rest.consume_front(": "))
        return;
      if (Rest.starts_with("("))
        return readInstruction(*Number, Rest);
    }
    if (beginsState(Rest))
      readState(Rest);
  }

  /// "(15) if r0 == 0x0 goto pc+5       ; R0=mem(sz=32)", "(55) if r0 != 0x0 goto pc+9 29: R0=mem(sz=32) R10=fp0"
  void readInstruction(unsigned Number, StringRef Text) {
    auto [Code, State] = Text.split(" ; ");
    if (Code.ends_with(" ;"))
      Code = Code.drop_back(2);
    PathStep Step{Number, Frame, {}, State, Source};
    bool Jumps = false;
    size_t Digits = Code.rtrim().find(": ");
    if (State.empty() && Digits != StringRef::npos && beginsState(Code.drop_front(Digits + 2))) {
      Step.State = Code.drop_front(Digits + 2);
      Code = Code.take_front(Code.take_front(Digits).rfind(' '));
      Jumps = true;
    }
    Step.Code = parseInstruction(Code);
    if (!Step.State.empty())
      Frame = frameOf(Step.State);
    // A call of a function that is verified by itself stays in the frame, and so do those of helpers.
    if (!Jumps)
      Step.Frame = Step.State.empty() ? Frame : std::max(Frame, Step.Frame);
    Path.Steps.push_back(Step);
  }

  void readState(StringRef State) {
    Frame = frameOf(State);
    if (Path.Steps.empty()) {
      Path.Begin = State;
      return;
    }
    // The step before led here: what it showed comes first.
    PathStep &Last = Path.Steps.back();
    Last.State = Last.State.empty() ? State : StringRef(Last.State.begin(), State.end() - Last.State.begin());
  }

  StringRef Log;
  StringRef Source;
  unsigned Frame = 0;
  VerifierPath Path;
};

} // namespace

VerifierPath VerifierPath::read(StringRef Log) { return PathReader(Log).read(); }

RegisterValue registerIn(StringRef State, unsigned Register) {
  std::string Name = ("R" + Twine(Register)).str();
  // The last of several lines holds.
  for (size_t At = State.rfind(Name); At != StringRef::npos; At = State.take_front(At).rfind(Name)) {
    if (At && State[At - 1] != ' ' && State[At - 1] != '\n')
      continue;
    StringRef Rest = State.drop_front(At + Name.size());
    // "R1_w=", "R1_rw=": marks of precision and of liveness.
    if (Rest.consume_front("_"))
      Rest = Rest.drop_while(isAlpha);
    if (!Rest.consume_front("="))
      continue;
    int Depth = 0;
    return RegisterValue(Rest.take_while([&](char C) {
      Depth += (C == '(') - (C == ')');
      return (C != ' ' && C != '\n') || Depth > 0;
    }));
  }
  return RegisterValue();
}

/// The state lines of a step that are of that frame.
static RegisterValue shownIn(StringRef State, unsigned Frame, unsigned Register) {
  RegisterValue Found;
  for (StringRef Line : split(State, '\n'))
    if (frameOf(Line.contains("from ") ? Line.split(": ").second : Line) == Frame)
      if (RegisterValue Shown = registerIn(Line, Register); Shown.isKnown())
        Found = Shown;
  return Found;
}

std::optional<size_t> VerifierPath::previousIn(unsigned Frame, size_t Before) const {
  for (size_t At = Before; At-- != 0;) {
    if (Steps[At].Frame == Frame)
      return At;
    if (Steps[At].Frame < Frame)
      return std::nullopt;
  }
  return std::nullopt;
}

RegisterValue VerifierPath::before(size_t Step, unsigned Frame, unsigned Register) const {
  for (size_t At = Step; At-- != 0;) {
    if (RegisterValue Shown = shownIn(Steps[At].State, Frame, Register); Shown.isKnown())
      return Shown;
    if (Steps[At].Frame == Frame && Steps[At].Code.writes(Register))
      return RegisterValue();
    if (Steps[At].Frame < Frame)
      return RegisterValue();
  }
  return shownIn(Begin, Frame, Register);
}

RegisterValue VerifierPath::after(size_t Step, unsigned Register) const {
  if (RegisterValue Shown = shownIn(Steps[Step].State, Steps[Step].Frame, Register); Shown.isKnown())
    return Shown;
  return Steps[Step].Code.writes(Register) ? RegisterValue() : before(Step, Register);
}

} // namespace bpf
