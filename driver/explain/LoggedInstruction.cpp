// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The text tells the kinds apart by its first words; the opcode before it is not needed.
#include "driver/explain/LoggedInstruction.h"

using namespace llvm;

namespace bpf {

/// "r1" or "w1" at the beginning of the text, which is consumed.
static std::optional<unsigned> consumeRegister(StringRef &Text) {
  unsigned Number;
  StringRef Rest = Text;
  if ((!Rest.consume_front("r") && !Rest.consume_front("w")) || Rest.consumeInteger(10, Number))
    return std::nullopt;
  Text = Rest;
  return Number;
}

/// "+16" and "-16" too.
static int64_t numberIn(StringRef Text) {
  Text = Text.ltrim();
  Text.consume_front("+");
  int64_t Number = 0;
  uint64_t Unsigned = 0;
  if (!Text.consumeInteger(0, Number))
    return Number;
  return Text.consumeInteger(0, Unsigned) ? 0 : int64_t(Unsigned);
}

/// "*(u32 *)(r1 +0)" and what atomic operations write, "(u64 *)(r1 +0)"; false where it is no memory.
static bool readMemory(StringRef Text, std::optional<unsigned> &Base, LoggedInstruction &Result) {
  size_t Type = Text.find("(u");
  if (Type == StringRef::npos)
    Type = Text.find("(s");
  if (Type == StringRef::npos)
    return false;
  StringRef Rest = Text.drop_front(Type + 2);
  unsigned Bits;
  if (Rest.consumeInteger(10, Bits) || !Rest.consume_front(" *)("))
    return false;
  Base = consumeRegister(Rest);
  Result.Number = numberIn(Rest);
  return Base.has_value();
}

static LoggedInstruction parseStore(StringRef Text, LoggedInstruction Result) {
  if (!readMemory(Text, Result.Target, Result))
    return Result;
  Result.Kind = Text.starts_with("lock") ? LoggedInstruction::Atomic : LoggedInstruction::Store;
  StringRef Value = Text.split(" = ").second;
  if (Value.empty())
    Value = Text.rsplit(' ').second;
  Result.Source = consumeRegister(Value);
  return Result;
}

/// "if r0 == 0x0 goto pc+5"
static LoggedInstruction parseBranch(StringRef Text, LoggedInstruction Result) {
  Result.Kind = LoggedInstruction::Branch;
  StringRef Compared = Text.drop_front(3);
  Result.Target = consumeRegister(Compared);
  StringRef Other = Compared.ltrim().split(' ').second;
  Result.Source = consumeRegister(Other);
  Result.Number = Result.Source ? 0 : numberIn(Other);
  return Result;
}

/// "r1 = ...", "w1 += ..."
static LoggedInstruction parseAssignment(StringRef Text, LoggedInstruction Result) {
  StringRef Rest = Text;
  Result.Target = consumeRegister(Rest);
  auto [Operator, Value] = Rest.ltrim().split(' ');
  if (!Result.Target || !Operator.ends_with("="))
    return Result;
  if (Value.contains(" *)(")) {
    bool IsAtomic = Value.starts_with("atomic") || Value.contains("xchg");
    if (readMemory(Value, Result.Source, Result))
      Result.Kind = IsAtomic ? LoggedInstruction::Atomic : LoggedInstruction::Load;
    return Result;
  }
  StringRef Operand = Value;
  // "r1 = (s8)r2" extends the sign.
  if (Operand.starts_with("(s"))
    Operand = Operand.split(')').second;
  Result.Source = consumeRegister(Operand);
  if (!Result.Source)
    Result.Number = numberIn(Value);
  bool IsAssigned = Operator == "=";
  bool IsNumber = !Value.empty() && (isDigit(Value.front()) || Value.front() == '-') && !Value.starts_with("-r");
  if (IsAssigned && Result.Source && Operand.empty())
    Result.Kind = LoggedInstruction::Copy;
  else if (IsAssigned && IsNumber)
    Result.Kind = LoggedInstruction::Constant;
  else
    Result.Kind = LoggedInstruction::Arithmetic;
  return Result;
}

LoggedInstruction parseInstruction(StringRef Text) {
  LoggedInstruction Result;
  if (Text.starts_with("("))
    Text = Text.split(") ").second;
  Text = Text.trim();
  Result.Text = Text;
  if (Text == "exit") {
    Result.Kind = LoggedInstruction::Exit;
  } else if (Text.consume_front("call ")) {
    Result.Kind = LoggedInstruction::Call;
    Result.Callee = Text.split('#').first;
  } else if (Text.starts_with("goto") || Text.starts_with("may_goto")) {
    Result.Kind = LoggedInstruction::Jump;
  } else if (Text.starts_with("if ")) {
    return parseBranch(Text, Result);
  } else if (Text.starts_with("*(") || Text.starts_with("lock ")) {
    return parseStore(Text, Result);
  } else {
    return parseAssignment(Text, Result);
  }
  return Result;
}

bool LoggedInstruction::writes(unsigned Register) const {
  constexpr unsigned LastArgument = 5;
  switch (Kind) {
  case Call:
    return Register <= LastArgument;
  case Copy:
  case Constant:
  case Arithmetic:
  case Load:
    return Target == Register;
  case Atomic:
    // "r2 = atomic64_fetch_add((u64 *)(r1 +0), r2)"; the others write memory alone.
    return Text.starts_with("r" + std::to_string(Register) + " ") ||
           Text.starts_with("w" + std::to_string(Register) + " ");
  default:
    return false;
  }
}

} // namespace bpf
