// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Bytes of the stack that are read, by the program or by a function that is called, and that nobody wrote, or that are
// no plain bytes: a dynptr, an iterator.
#include "driver/explain/CalledFunction.h"
#include "driver/explain/Explainers.h"
#include "llvm/Support/FormatVariadic.h"
#include "llvm/Support/Regex.h"

using namespace llvm;

namespace bpf {

namespace {

/// "invalid read from stack R3 off -24+8 size 24", "invalid indirect read from stack R2 off -16+12 size 16"
struct StackBytes {
  std::optional<unsigned> Register; ///< the argument; nothing where the program reads itself
  int64_t Begin = 0, First = 0;     ///< of the memory, and in it of the first byte that is wrong
  bool IsOutside = false;           ///< the memory ends before, and is not only unwritten
  uint64_t Size = 0;
};

} // namespace

static std::optional<StackBytes> bytesIn(StringRef Words) {
  static const Regex Known("invalid( indirect)? read from stack (R([0-9]+) )?off (-?[0-9]+)\\+([0-9]+) size ([0-9]+)");
  static const Regex Outside(
      "invalid (indirect access to|read from|write to) stack (R([0-9]+) )?off=(-?[0-9]+) size=([0-9]+)");
  SmallVector<StringRef> Found;
  StackBytes Result;
  unsigned Register;
  // Up to the frame's end, at 0, there is room.
  if (Outside.match(Words, &Found) && !Found[4].getAsInteger(10, Result.Begin) &&
      !Found[5].getAsInteger(10, Result.Size) && !Found[3].getAsInteger(10, Register) && Result.Begin < 0) {
    Result.Register = Register;
    Result.First = -Result.Begin;
    Result.IsOutside = true;
    return Result;
  }
  if (!Known.match(Words, &Found) || Found[4].getAsInteger(10, Result.Begin) ||
      Found[5].getAsInteger(10, Result.First) || Found[6].getAsInteger(10, Result.Size))
    return std::nullopt;
  if (!Found[3].getAsInteger(10, Register))
    Result.Register = Register;
  return Result;
}

/// What the verifier knows to be at that place of the stack, "dynptr_ringbuf(id=1,ref_id=2)"; empty where it is plain.
static StringRef objectAt(const VerifierPath &Path, size_t Last, int64_t Offset) {
  constexpr int64_t Slot = 8;
  int64_t Aligned = -((-Offset + Slot - 1) / Slot) * Slot;
  std::string Mark = formatv("fp{0}=", Aligned);
  for (size_t At = Last + 1; At-- != 0;) {
    StringRef State = Path.Steps[At].State;
    size_t Found = State.rfind(Mark);
    if (Found == StringRef::npos)
      continue;
    StringRef Value = State.drop_front(Found + Mark.size());
    return Value.starts_with("dynptr") || Value.starts_with("iter") ? Value.split('(').first : "";
  }
  return "";
}

/// How the call comes to that number of bytes: the size of the map's key or value.
static std::string reasonForSize(const Evidence &Seen, size_t Last, unsigned Register) {
  CalledFunction Called = calledFunction(Seen.step(Last).Code.Callee);
  RegisterValue Map = Seen.Path.before(Last, 1);
  bool IsKey = Called.argument(Register).Kind == ArgumentKind::Key,
       IsValue = Called.argument(Register).Kind == ArgumentKind::Value;
  if (Map.kind() != "map_ptr" || (!IsKey && !IsValue) || Map.field("map").empty())
    return "";
  return formatv(", the size of a {0} of map '{1}'", IsKey ? "key" : "value", Map.field("map"));
}

std::optional<Explanation> explainStackRead(const Evidence &Seen) {
  std::optional<StackBytes> Read = bytesIn(Seen.Why.Last.Text);
  std::optional<size_t> Last = Seen.last();
  if (!Read || !Last)
    return std::nullopt;
  bool IsCall = Seen.step(*Last).Code.Kind == LoggedInstruction::Call && Read->Register;
  StringRef Object = objectAt(Seen.Path, *Last, Read->Begin + Read->First);
  std::string Name = IsCall ? Seen.argument(*Last, *Read->Register) : "";
  Explanation Result;
  if (!Object.empty()) {
    StringRef What = Object.starts_with("dynptr") ? "a dynptr" : "an iterator";
    Result.Headline = IsCall ? formatv("{0} is {1}, or has one in it, and no plain memory", Name, What).str()
                             : formatv("'{0}' reads {1} as if it were plain memory", Seen.Program.Name, What).str();
    if (std::optional<size_t> Made = objectMadeBefore(*Last, Seen))
      Result.Chain.push_back(Seen.note(formatv("{0} makes {1} there", Seen.calleeName(*Made), What), *Made));
    Result.Remedy = formatv(
        "only the functions for it may use {0}: hand over the data, read with bpf_dynptr_read() or the like", What);
    return Result;
  }
  if (IsCall && Read->IsOutside) {
    Result.Headline = formatv("{0} has at most {1}, but {2} are used{3}", Name, bytes(Read->First), bytes(Read->Size),
                              reasonForSize(Seen, *Last, *Read->Register));
    Result.Remedy = formatv("pass the address of a variable of {0}", bytes(Read->Size));
    return Result;
  }
  if (IsCall) {
    Result.Headline = formatv("{0} has to be {1}{2}: byte {3} of it was never written", Name, bytes(Read->Size),
                              reasonForSize(Seen, *Last, *Read->Register), Read->First);
    Result.Remedy =
        Read->First > 0
            ? formatv("if the variable is smaller than {0}, give it that size; else set all of it, padding too: "
                      "= {{} and the members after that (--explain=padding)",
                      bytes(Read->Size))
                  .str()
            : "initialize the variable on each path before the call, padding too (--explain=padding)";
  } else {
    Result.Headline =
        formatv("'{0}' reads a variable on the stack that was never written on this path", Seen.Program.Name);
    Result.Remedy = "initialize the variable where it is declared";
  }
  return Result;
}

} // namespace bpf
