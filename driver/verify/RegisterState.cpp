// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Since 5.17 the log shows after each instruction what it changed, before only sometimes. So it is read from its
// end: a register holds the last value printed, unless a later instruction wrote it without printing the state.
#include "driver/verify/RegisterState.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/Regex.h"
#include <optional>

using namespace llvm;

namespace bpf {

/// "pkt(off=4,r=0)": the text after "R1=" in a line, or empty.
static StringRef valueIn(StringRef Line, StringRef Register) {
  for (StringRef Mark : {"=", "_w=", "_rw=", "_r="}) {
    size_t At = Line.find((" " + Register + Mark).str());
    if (At == StringRef::npos)
      continue;
    StringRef Value = Line.drop_front(At + 1 + Register.size() + Mark.size());
    int Depth = 0;
    return Value.take_while([&](char C) {
      Depth += (C == '(') - (C == ')');
      return C != ' ' || Depth > 0;
    });
  }
  return "";
}

/// "frame1: ", or an empty text in the main program; nothing if the line shows no state.
static std::optional<std::string> frameIn(StringRef Line) {
  static Regex State("(^|[ :])(frame[0-9]+: )?(R[0-9]+|fp-[0-9]+)[_a-z]*=");
  SmallVector<StringRef> Found;
  if (!State.match(Line, &Found))
    return std::nullopt;
  return Found[2].str();
}

/// True for "12: (bf) r1 = r6", and for a call, which clobbers R0 to R5.
static bool writes(StringRef Line, StringRef Register) {
  auto [Number, Code] = Line.split(": (");
  if (Code.empty() || !all_of(Number, isDigit))
    return false;
  StringRef Text = Code.drop_front(std::min<size_t>(Code.size(), 4));
  StringRef Digits = Register.drop_front();
  return Text.starts_with("call ") || Text.starts_with(("r" + Digits + " ").str()) ||
         Text.starts_with(("w" + Digits + " ").str());
}

static std::string stateOf(StringRef Register, StringRef Trace) {
  std::optional<std::string> Frame;
  bool IsRejected = true;
  while (!Trace.empty()) {
    auto [Before, Line] = Trace.rsplit('\n');
    if (Before.size() == Trace.size())
      std::swap(Before, Line);
    Trace = Before;
    std::string Spaced = (" " + Line).str();
    std::optional<std::string> Here = frameIn(Spaced);
    // A state of another frame is not about this one's registers.
    if (Here && Frame && *Here != *Frame)
      return "";
    if (StringRef Value = Here ? valueIn(Spaced, Register) : ""; !Value.empty())
      return (Register + "=" + Value).str();
    // The rejected instruction wrote nothing.
    bool IsInstruction = Line.contains(": (");
    if (!IsRejected && writes(Line, Register))
      return "";
    IsRejected &= !IsInstruction;
    if (Here)
      Frame = Here;
  }
  return "";
}

std::vector<std::string> registersOf(StringRef Message, StringRef Trace) {
  std::vector<std::string> Result;
  static Regex Named("(^|[^A-Za-z0-9_])(R[0-9]+)");
  // "R1 !read_ok": it holds nothing.
  if (Message.contains("!read_ok"))
    return Result;
  SmallVector<StringRef> Found;
  for (StringRef Rest = Message; Named.match(Rest, &Found); Rest = Rest.substr(Found[2].end() - Rest.begin())) {
    std::string State = stateOf(Found[2], Trace);
    if (!State.empty() && find(Result, State) == Result.end())
      Result.push_back(State);
  }
  return Result;
}

} // namespace bpf
