// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// One step back at a time: who wrote the register last, and what from.
#include "driver/explain/Origin.h"

using namespace llvm;

namespace bpf {

namespace {

/// A value on its way back: it is in that register of that frame before the step.
struct Position {
  size_t Step;
  unsigned Frame;
  unsigned Register;
};

class Tracer {
public:
  Tracer(const VerifierPath &Path, Position At) : Path(Path), At(At) {}

  Origin run() {
    while (!IsDone)
      stepBack();
    return std::move(Result);
  }

private:
  void end(Origin::KindOf Kind, size_t Step) {
    Result.Kind = Kind;
    Result.Step = Step;
    IsDone = true;
  }

  std::optional<size_t> lastWrite() const {
    for (std::optional<size_t> Step = Path.previousIn(At.Frame, At.Step); Step; Step = Path.previousIn(At.Frame, *Step))
      if (Path.Steps[*Step].Code.writes(At.Register))
        return Step;
    return std::nullopt;
  }

  void stepBack() {
    if (At.Register == FrameRegister) {
      end(Origin::StackAddress, At.Step);
      return;
    }
    std::optional<size_t> Writer = lastWrite();
    if (!Writer)
      return leaveFrame();
    const LoggedInstruction &Code = Path.Steps[*Writer].Code;
    At.Step = *Writer;
    switch (Code.Kind) {
    case LoggedInstruction::Copy:
      Result.Since.push_back(*Writer);
      At.Register = *Code.Source;
      return;
    case LoggedInstruction::Arithmetic:
      return throughArithmetic(*Writer, Code);
    case LoggedInstruction::Load:
      return throughLoad(*Writer, Code);
    case LoggedInstruction::Call:
      return throughCall(*Writer, Code);
    case LoggedInstruction::Constant:
      end(Origin::Constant, *Writer);
      return;
    default:
      end(Origin::Unknown, *Writer);
    }
  }

  /// What is added to a pointer leaves it the same pointer.
  void throughArithmetic(size_t Step, const LoggedInstruction &Code) {
    bool TargetPoints = Path.before(Step, *Code.Target).isPointer();
    bool SourcePoints = Code.Source && Path.before(Step, *Code.Source).isPointer();
    if (!TargetPoints && !SourcePoints) {
      end(Origin::Arithmetic, Step);
      return;
    }
    Result.Since.push_back(Step);
    At.Register = TargetPoints ? *Code.Target : *Code.Source;
  }

  /// What was spilled comes back.
  void throughLoad(size_t Step, const LoggedInstruction &Code) {
    if (Code.Source != FrameRegister) {
      end(Origin::Load, Step);
      return;
    }
    for (std::optional<size_t> Each = Path.previousIn(At.Frame, Step); Each; Each = Path.previousIn(At.Frame, *Each)) {
      const LoggedInstruction &Store = Path.Steps[*Each].Code;
      if (Store.Kind != LoggedInstruction::Store || Store.Target != FrameRegister || Store.Number != Code.Number)
        continue;
      if (!Store.Source) {
        end(Origin::Constant, *Each);
        return;
      }
      Result.Since.push_back(*Each);
      At = {*Each, At.Frame, *Store.Source};
      return;
    }
    end(Origin::Load, Step);
  }

  /// The result of a function of the program is what its exit left in r0.
  void throughCall(size_t Step, const LoggedInstruction &Code) {
    if (!Code.isLocalCall() || At.Register != 0) {
      end(At.Register == 0 ? Origin::Call : Origin::Unknown, Step);
      return;
    }
    for (size_t Each = Step + 1; Each < Path.Steps.size() && Path.Steps[Each].Frame > At.Frame; ++Each)
      if (Path.Steps[Each].Frame == At.Frame + 1 && Path.Steps[Each].Code.Kind == LoggedInstruction::Exit) {
        At = {Each, At.Frame + 1, 0};
        return;
      }
    end(Origin::Call, Step);
  }

  /// The arguments of a function of the program are its caller's registers; those of a callback are not.
  void leaveFrame() {
    for (size_t Each = At.Step; At.Frame != 0 && Each-- != 0;) {
      const PathStep &Step = Path.Steps[Each];
      if (Step.Frame >= At.Frame)
        continue;
      if (!Step.Code.isLocalCall())
        break;
      Result.Since.push_back(Each);
      At = {Each, Step.Frame, At.Register};
      return;
    }
    Result.Register = At.Register;
    Result.Frame = At.Frame;
    end(Origin::Argument, 0);
  }

  const VerifierPath &Path;
  Position At;
  Origin Result;
  bool IsDone = false;
};

} // namespace

Origin originOf(const VerifierPath &Path, size_t Step, unsigned Register) {
  return Tracer(Path, {Step, Path.Steps[Step].Frame, Register}).run();
}

std::vector<size_t> comparesOf(const VerifierPath &Path, size_t Step, unsigned Register) {
  std::vector<size_t> Result;
  unsigned Frame = Path.Steps[Step].Frame;
  // All registers that hold the value at the step that is looked at.
  std::vector<unsigned> Holders = {Register};
  auto Holds = [&](std::optional<unsigned> Each) { return Each && is_contained(Holders, *Each); };
  for (std::optional<size_t> Each = Path.previousIn(Frame, Step); Each && !Holders.empty();
       Each = Path.previousIn(Frame, *Each)) {
    const LoggedInstruction &Code = Path.Steps[*Each].Code;
    if (Code.Kind == LoggedInstruction::Branch && (Holds(Code.Target) || Holds(Code.Source)))
      Result.push_back(*Each);
    // "r1 = r6": what r1 holds after it r6 holds before it, and r6 holds it too where r1 is compared later.
    if (Code.Kind == LoggedInstruction::Copy && (Holds(Code.Target) || Holds(Code.Source))) {
      erase(Holders, *Code.Target);
      if (!Holds(Code.Source))
        Holders.push_back(*Code.Source);
      continue;
    }
    std::erase_if(Holders,
                  [&](unsigned Held) { return Code.writes(Held) && Code.Kind != LoggedInstruction::Arithmetic; });
  }
  return Result;
}

} // namespace bpf
