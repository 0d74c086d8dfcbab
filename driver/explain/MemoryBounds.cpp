// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// An access that may lie outside of a map's value, of a variable, or of memory of known size.
#include "driver/explain/Explainers.h"
#include "llvm/Support/FormatVariadic.h"
#include "llvm/Support/Regex.h"

using namespace llvm;

namespace bpf {

namespace {

/// "invalid access to map value, value_size=64 off=64 size=1", "invalid access to memory, mem_size=8 off=8 size=4"
struct Access {
  uint64_t Room = 0;
  int64_t Offset = 0;
  uint64_t Bytes = 0;
};

} // namespace

static std::optional<Access> accessIn(const Rejection &Why) {
  static const Regex Known("invalid access to [a-z_ ]+, [a-z_]+=([0-9]+) off=(-?[0-9]+) size=([0-9]+)");
  SmallVector<StringRef> Found;
  Access Result;
  if (!matchMessage(Why, Known, Found) || Found[1].getAsInteger(10, Result.Room) ||
      Found[2].getAsInteger(10, Result.Offset) || Found[3].getAsInteger(10, Result.Bytes))
    return std::nullopt;
  return Result;
}

/// What the memory is, with its size.
static std::string placeOfAccess(const RegisterValue &Base, uint64_t Room) {
  StringRef Map = Base.field("map");
  if (Base.kind().starts_with("map_value") && !Map.empty()) {
    // Variables of the program are values of maps of libbpf's making.
    if (Map.contains(".bss") || Map.contains(".data") || Map.contains(".rodata"))
      return formatv("the {0} of the program's section '{1}'", bytes(Room), Map.drop_front(Map.find('.')));
    return formatv("the {0} of a value of map '{1}'", bytes(Room), Map);
  }
  return formatv("the {0} that are there", bytes(Room));
}

/// The register that was added to the pointer last, and where.
static std::optional<std::pair<size_t, unsigned>> indexOf(const Evidence &Seen, const Origin &From) {
  for (size_t Step : From.Since) {
    const LoggedInstruction &Code = Seen.step(Step).Code;
    if (Code.Kind != LoggedInstruction::Arithmetic || !Code.Source)
      continue;
    bool SourcePoints = Seen.Path.before(Step, *Code.Source).isPointer();
    return std::pair(Step, SourcePoints ? *Code.Target : *Code.Source);
  }
  return std::nullopt;
}

/// What was scaled to the size of an element: the index as the source has it.
static std::pair<size_t, unsigned> unscaled(const Evidence &Seen, std::pair<size_t, unsigned> Index) {
  for (Origin From = originOf(Seen.Path, Index.first, Index.second); From.Kind == Origin::Arithmetic;
       From = originOf(Seen.Path, Index.first, Index.second)) {
    const LoggedInstruction &Code = Seen.step(From.Step).Code;
    bool IsScaled = Code.Text.contains("<<=") || Code.Text.contains("*=");
    if (Code.Source || !Code.Target || !IsScaled)
      break;
    Index = {From.Step, *Code.Target};
  }
  return Index;
}

static std::string range(const RegisterValue &Index) {
  std::optional<int64_t> Least = Index.signedMinimum();
  std::optional<uint64_t> Most = Index.unsignedMaximum();
  if (Least && *Least < 0)
    return "may be negative";
  if (Most && *Most <= uint64_t(INT64_MAX))
    return formatv("may be as large as {0}", *Most);
  return "may be any number";
}

/// What was added to a pointer before it was used, or is added to it at the rejected step.
static std::optional<std::pair<size_t, unsigned>> addedIndex(const Evidence &Seen, const Origin &From, size_t Last) {
  const LoggedInstruction &Code = Seen.step(Last).Code;
  if (Code.Kind != LoggedInstruction::Arithmetic || !Code.Source)
    return indexOf(Seen, From);
  return std::pair(Last, Seen.Path.before(Last, *Code.Source).isPointer() ? *Code.Target : *Code.Source);
}

/// \param Added  the index as it is added to Base
/// \param Within the memory in words; empty where its size is not known
static Explanation indexOutside(const Evidence &Seen, std::pair<size_t, unsigned> Added, const RegisterValue &Base,
                                size_t Last, StringRef Within) {
  std::pair<size_t, unsigned> Index = unscaled(Seen, Added);
  Origin From = originOf(Seen.Path, Index.first, Index.second);
  bool IsMade = From.Kind == Origin::Load || From.Kind == Origin::Arithmetic || From.Kind == Origin::Call;
  std::string Assigned = IsMade ? Seen.assignedName(From.Step) : "";
  std::string Name = Assigned.empty() ? "the index" : "'" + Assigned + "'";
  // The pointer says more than a number that was not bounded when it was added.
  bool IsOfBase = Base.isPointer() && Added.first != Last && Index == Added && Base.unsignedMaximum();
  RegisterValue Shown = IsOfBase ? Base : Seen.Path.before(Index.first, Index.second);
  Explanation Result;
  Result.Headline = Within.empty()
                        ? formatv("{0} {1} here, and is added to {2}", Name, range(Shown), Base.words()).str()
                        : formatv("{0} {1} here, outside of {2}", Name, range(Shown), Within).str();
  Seen.addOrigin(Result, From, Name);
  if (std::vector<size_t> Compares = comparesOf(Seen.Path, Index.first, Index.second); !Compares.empty())
    Result.Chain.push_back(Seen.note("this compare does not bound it to that", Compares.front()));
  Result.Remedy =
      formatv("compare {0} with the number of elements first, in the variable that is used as the index, and make it "
              "unsigned: if ({1} >= N) return 0;",
              Name, Assigned.empty() ? std::string("i") : Assigned);
  return Result;
}

static Explanation constantOutside(const Evidence &Seen, const Access &At, const Origin &From, size_t Last,
                                   StringRef Within) {
  LoggedInstruction::KindOf Kind = Seen.step(Last).Code.Kind;
  StringRef Does = Kind == LoggedInstruction::Call ? "used" : Kind == LoggedInstruction::Load ? "read" : "written";
  Explanation Result;
  Result.Headline = formatv("{0} at offset {1} {2} {3}, outside of {4}", bytes(At.Bytes), At.Offset,
                            At.Bytes == 1 ? "is" : "are", Does, Within);
  Seen.addOrigin(Result, From, Seen.pointerName(Last));
  Result.Remedy = formatv("stay within {0}: a larger type, or a smaller index", Within);
  return Result;
}

std::optional<Explanation> explainMemoryBounds(const Evidence &Seen) {
  static const Regex Known(
      "invalid access to (map value|memory|map key)|(min|max) value is outside of the (allowed )?memory range|"
      "unbounded min value|unbounded memory access|math between [a-z_]+ pointer and register");
  StringRef Words = Seen.Why.Last.Text;
  std::optional<size_t> Last = Seen.last();
  if (!Known.match(Words) || !Last)
    return std::nullopt;
  const LoggedInstruction &Code = Seen.step(*Last).Code;
  bool IsMath = Code.Kind == LoggedInstruction::Arithmetic;
  // "math between map_value pointer and register with unbounded min value" names none.
  std::optional<unsigned> Register = registerMeant(Words, Seen);
  if (!Register && IsMath)
    Register = Code.Target;
  if (!Register)
    return std::nullopt;
  std::optional<Access> At = accessIn(Seen.Why);
  RegisterValue Base = Seen.Path.before(*Last, *Register);
  // Where the length of a call has no bound, the place may have one.
  bool IsUnbounded = Words.contains("unbounded memory access");
  if ((IsUnbounded && !Base.isPointer()) || (!At && !IsMath && !IsUnbounded))
    return std::nullopt;
  std::optional<int64_t> Room = At ? std::optional<int64_t>(At->Room) : Base.number("vs");
  std::string Within = Room ? placeOfAccess(Base, *Room) : "";
  Origin From = originOf(Seen.Path, *Last, *Register);
  std::optional<std::pair<size_t, unsigned>> Added = addedIndex(Seen, From, *Last);
  if (Added && !Seen.Path.before(Added->first, Added->second).constant())
    return indexOutside(Seen, *Added, Base, *Last, Within);
  return At ? std::optional(constantOutside(Seen, *At, From, *Last, Within)) : std::nullopt;
}

std::optional<Explanation> explainUnboundedLength(const Evidence &Seen) {
  StringRef Words = Seen.Why.Last.Text;
  bool IsNegative = Words.contains("min value is negative");
  bool IsUnbounded = Words.contains("unbounded memory access");
  bool IsZero = Words.contains("invalid zero-sized read");
  std::optional<size_t> Last = Seen.last();
  std::optional<unsigned> Register = registerNamed(Words);
  if ((!IsNegative && !IsUnbounded && !IsZero) || !Last || !Register)
    return std::nullopt;
  bool IsCall = Seen.step(*Last).Code.Kind == LoggedInstruction::Call;
  std::string Name = Seen.valueName(*Register, "the number");
  std::string Subject = IsCall ? Seen.argument(*Last, *Register) : Name;
  Explanation Result;
  Result.Headline = formatv("{0} {1} here", Subject,
                            IsNegative    ? "may be negative"
                            : IsUnbounded ? "has no upper bound"
                                          : "may be 0, which is not allowed");
  Origin From = originOf(Seen.Path, *Last, *Register);
  Seen.addOrigin(Result, From, Name);
  if (std::vector<size_t> Compares = comparesOf(Seen.Path, *Last, *Register); !Compares.empty())
    Result.Chain.push_back(
        Seen.note(IsNegative ? "this compare leaves it negative: it is signed" : "this compare does not bound it",
                  Compares.front()));
  Result.Remedy =
      IsNegative    ? formatv("declare {0} as unsigned, or return first if it is less than 0", Name).str()
      : IsUnbounded ? formatv("compare {0} with a constant first, and use that variable and no copy of it", Name).str()
                    : formatv("return first if {0} is 0", Name).str();
  return Result;
}

} // namespace bpf
