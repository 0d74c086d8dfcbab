// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// More of the packet is used than was compared with data_end on the path.
#include "driver/explain/Explainers.h"
#include "llvm/Support/FormatVariadic.h"
#include "llvm/Support/Regex.h"

using namespace llvm;

namespace bpf {

namespace {

/// "invalid access to packet, off=30 size=4, R1(id=0,off=30,r=33)"
struct PacketAccess {
  uint64_t Needed = 0, Proven = 0; ///< bytes from where the pointer is known to be
  unsigned Register = 0;
  bool HasIndex = false; ///< a number that is no constant was added to the pointer
};

} // namespace

static std::optional<PacketAccess> accessIn(const Rejection &Why) {
  static const Regex Known(
      "invalid access to packet, off=(-?[0-9]+) size=([0-9]+), R([0-9]+)\\(id=([0-9]+),off=(-?[0-9]+),r=([0-9]+)\\)");
  SmallVector<StringRef> Found;
  if (!matchMessage(Why, Known, Found))
    return std::nullopt;
  auto Number = [&](unsigned Index) {
    int64_t Result = 0;
    Found[Index].getAsInteger(10, Result);
    return Result;
  };
  return PacketAccess{uint64_t(Number(1) + Number(2)), uint64_t(Number(6)), unsigned(Number(3)), Number(4) != 0};
}

/// The variable that holds the beginning of the packet, as the line that reads it from the context has it.
static std::string beginOfPacket(const Evidence &Seen, const Origin &From) {
  std::string Name = From.Kind == Origin::Load ? Seen.assignedName(From.Step) : "";
  return Name.empty() ? "data" : Name;
}

/// The last branch that compared a pointer into the packet with its end.
static std::optional<size_t> lastCompare(const Evidence &Seen, size_t Last) {
  for (size_t At = Last; At-- != 0;) {
    const LoggedInstruction &Code = Seen.step(At).Code;
    if (Code.Kind != LoggedInstruction::Branch || !Code.Target || !Code.Source)
      continue;
    StringRef One = Seen.Path.before(At, *Code.Target).kind(), Other = Seen.Path.before(At, *Code.Source).kind();
    if ((One == "pkt" && Other == "pkt_end") || (One == "pkt_end" && Other == "pkt"))
      return At;
  }
  return std::nullopt;
}

std::optional<Explanation> explainPacketBounds(const Evidence &Seen) {
  std::optional<PacketAccess> Access = accessIn(Seen.Why);
  std::optional<size_t> Last = Seen.last();
  if (!Access || !Last)
    return std::nullopt;
  const LoggedInstruction &Code = Seen.step(*Last).Code;
  StringRef Does = Code.Kind == LoggedInstruction::Call   ? "uses"
                   : Code.Kind == LoggedInstruction::Load ? "reads"
                                                          : "writes";
  Origin From = originOf(Seen.Path, *Last, Access->Register);
  std::optional<size_t> Compare = lastCompare(Seen, *Last);
  std::string Begin = beginOfPacket(Seen, From);
  Explanation Result;
  std::string Behind = Access->HasIndex ? " behind the index" : "";
  if (Access->Proven == 0)
    Result.Headline = formatv("'{0}' {1} {2} of the packet{3} without comparing {4} with data_end", Seen.Program.Name,
                              Does, bytes(Access->Needed), Behind, Access->Needed == 1 ? "it" : "them");
  else
    Result.Headline = formatv("'{0}' {1} {2} of the packet{3}, only {4} {5} checked", Seen.Program.Name, Does,
                              bytes(Access->Needed), Behind, Access->Proven, Access->Proven == 1 ? "is" : "are");
  Seen.addOrigin(Result, From, "'" + Begin + "'");
  if (Compare)
    Result.Chain.push_back(Seen.note(Access->Proven ? "this compare with data_end covers " + bytes(Access->Proven)
                                                    : "this compare with data_end does not cover it",
                                     *Compare));
  Result.Remedy =
      Access->HasIndex
          ? std::string("compare the pointer that is used, index included, with data_end: if (p + n > data_end)")
          : formatv("return first if ((void *){0} + {1} > data_end)", Begin, Access->Needed).str();
  return Result;
}

} // namespace bpf
