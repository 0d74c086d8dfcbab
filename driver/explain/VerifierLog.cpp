// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The log is read from its end, because only the last messages matter.
#include "driver/explain/VerifierLog.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/Regex.h"

using namespace llvm;

namespace bpf {

namespace {

/// The lines of a text from the last to the first, without blank ones.
class LinesBackwards {
public:
  explicit LinesBackwards(StringRef Text) : Left(Text) {}

  /// Nothing at the beginning of the text.
  std::optional<StringRef> next() {
    while (!Left.empty()) {
      auto [Before, Line] = Left.rsplit('\n');
      if (Before.size() == Left.size())
        std::swap(Before, Line);
      Left = Before;
      if (!Line.trim().empty())
        return Line;
    }
    return std::nullopt;
  }

private:
  StringRef Left;
};

} // namespace

/// A statistic after the last message.
static bool isSum(StringRef Line) {
  return Line.starts_with("processed ") || Line.starts_with("verification time ") || Line.starts_with("stack depth ");
}

/// One of the two states that follow a message about them.
static bool isStateOfMessage(StringRef Line) {
  return Line.starts_with("cur state:") || Line.starts_with("old state:");
}

/// The number of an instruction, "12: (95) exit"; libbpf writes "12: <invalid CO-RE relocation>" over one.
static std::optional<unsigned> instructionOf(StringRef Line) {
  unsigned Number;
  if (Line.consumeInteger(10, Number) || !(Line.starts_with(": (") || Line.starts_with(": <")))
    return std::nullopt;
  return Number;
}

/// Lines of the trace: instructions, states, source lines, backtracking.
static bool isTrace(StringRef Line) {
  static constexpr StringRef Begins[] = {
      " ",           ";",       "from ",       "mark_precise",   "regs=",     "last_idx",
      "parent ",     "caller:", "callee:",     "returning from", "to caller", "Live regs",
      "propagating", "func#",   "Validating ", "Func#"};
  return any_of(Begins, [&](StringRef Each) { return Line.starts_with(Each); }) ||
         (isDigit(Line.front()) && Line.drop_while(isDigit).starts_with(": "));
}

static VerifierMessage message(StringRef Line) {
  static Regex Named("(insn |alloc_insn=)([0-9]+)");
  // Some messages lack the newline at their end.
  static Regex Sum("processed [0-9]+ insns \\(limit .*");
  VerifierMessage Result{StringRef(Sum.sub("", Line)).trim(" .").str(), std::nullopt};
  SmallVector<StringRef> Found;
  unsigned Number;
  // "Processed 1000001 insn" counts them.
  if (Named.match(Line, &Found) && !Found[2].getAsInteger(10, Number))
    Result.Instruction = Number;
  return Result;
}

/// Messages about stack and size, for which no single instruction is responsible, and about checks before the first
/// instruction.
static bool isOfWhole(StringRef Message) {
  static constexpr StringRef Parts[] = {"combined stack size", "call stack of", "program is too large",
                                        "jumps is too complex", "unknown opcode"};
  return any_of(Parts, [&](StringRef Each) { return Message.contains(Each); });
}

CodeLine sourceLine(StringRef Words) {
  CodeLine Result;
  auto [Text, At] = Words.rsplit(" @ ");
  auto [File, Number] = At.rsplit(':');
  if (Number.getAsInteger(10, Result.Where.Line))
    return {{}, Words.str()};
  Result.Where.File = File.str();
  Result.Text = Text.str();
  return Result;
}

/// Continues upwards to the last instruction that was processed, and its source line.
static void readTrace(LinesBackwards Lines, std::optional<StringRef> Line, Rejection &Result) {
  for (; Line && (!Result.LastInstruction || !Result.LastLine.Line); Line = Lines.next()) {
    if (std::optional<unsigned> Number = instructionOf(*Line); Number && !Result.LastInstruction) {
      Result.LastInstruction = Number;
      Result.Disassembly = Line->split(" ;").first.rtrim().str();
    }
    if (Line->consume_front("; ") && !Result.LastLine.Line)
      Result.LastLine = sourceLine(*Line).Where;
  }
}

static constexpr StringRef ExplanationMark = "\nVerification failed:";

StringRef withoutExplanation(StringRef Log) { return Log.take_front(Log.rfind(ExplanationMark)); }

static std::string categoryOf(StringRef Log) {
  size_t At = Log.rfind(ExplanationMark);
  return At == StringRef::npos ? "" : Log.drop_front(At + ExplanationMark.size()).split('\n').first.trim().str();
}

std::optional<Rejection> readRejection(StringRef Log) {
  LinesBackwards Lines(withoutExplanation(Log));
  std::optional<StringRef> Line = Lines.next();
  while (Line && (isSum(*Line) || isStateOfMessage(*Line)))
    Line = Lines.next();
  std::vector<VerifierMessage> Messages;
  for (; Line && !isTrace(*Line); Line = Lines.next())
    Messages.insert(Messages.begin(), message(*Line));
  if (Messages.empty())
    return std::nullopt;
  Rejection Result;
  Result.Last = std::move(Messages.back());
  Messages.pop_back();
  Result.IsOfWhole = isOfWhole(Result.Last.Text);
  Result.Before = std::move(Messages);
  Result.Category = categoryOf(Log);
  readTrace(Lines, Line, Result);
  return Result;
}

bool matchMessage(const Rejection &Why, const Regex &Words, SmallVectorImpl<StringRef> &Found) {
  return Words.match(Why.Last.Text, &Found) ||
         any_of(Why.Before, [&](const VerifierMessage &Each) { return Words.match(Each.Text, &Found); });
}

bool hasEnd(StringRef Log) {
  std::optional<StringRef> Last = LinesBackwards(Log).next();
  return Last && isSum(*Last);
}

VerifierStatistics readStatistics(StringRef Log) {
  VerifierStatistics Result;
  LinesBackwards Lines(Log);
  for (std::optional<StringRef> Line = Lines.next(); Line && isSum(*Line); Line = Lines.next()) {
    StringRef Rest = *Line;
    if (Rest.consume_front("processed "))
      Result.Instructions = Rest.split(' ').first.str();
    else if (Rest.consume_front("stack depth "))
      Result.Stack = Rest.split(' ').first.str();
  }
  return Result;
}

} // namespace bpf
