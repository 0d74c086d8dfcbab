// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Helpers.def as arrays, in the order of the numbers. Its words are in CallWords.h, but for these.
#include "passes/target/Helper.h"
#include "passes/target/CallWords.h"
#include "passes/target/ProgramType.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/FormatVariadic.h"
#include <climits>

using namespace llvm;

namespace bpf {

using namespace call_words;

// Of the license ...
static constexpr AnyLicense Any = {};
static constexpr AnyLicense Gpl = {{UINT_MAX, 0}, ""};
static constexpr AnyLicense gplUntil(unsigned Major, unsigned Minor) { return {{Major, Minor}, ""}; }
static constexpr AnyLicense gplExcept(StringRef Type, unsigned Major, unsigned Minor) { return {{Major, Minor}, Type}; }

// ... and of the properties.
enum Property : unsigned { MovesPacket = 1, AcceptsPacket = 2, Sleeps = 4 };

namespace {
struct LaterCallers {
  StringRef Name;
  Releases When;
  ProgramTypeSet Types;
};
struct Pair {
  StringRef Name, Other;
};
struct IteratorCallers {
  StringRef Name, Target;
  Releases When;
};
struct OnlySections {
  StringRef Name;
  ProgramTypeSet Types;
  StringRef Sections;
  Releases When;
};
} // namespace

static constexpr Helper Rows[] = {
#define ARGS(...) {__VA_ARGS__}
#define HELPER(Number, Name, Major, Minor, Arguments, Result, Properties, License, Callers)                            \
  {Number, Name, {Major, Minor}, ArgumentRules(Arguments), Result, Properties, License, Callers},
#include "passes/target/Helpers.def"
};

static constexpr LaterCallers Later[] = {
#define CALLERS(Name, Major, Minor, Types) {Name, from(Major, Minor), Types},
#include "passes/target/Helpers.def"
};

static constexpr LaterCallers Ended[] = {
#define NO_CALLERS(Name, Major, Minor, Types) {Name, until(Major, Minor), Types},
#include "passes/target/Helpers.def"
};

static constexpr OnlySections Attached[] = {
#define CALLER_SECTIONS(Name, Types, Sections, When) {Name, Types, Sections, When},
#include "passes/target/Helpers.def"
};

static constexpr IteratorCallers Iterators[] = {
#define ITERATOR_CALLERS(Name, Target, Major, Minor) {Name, Target, from(Major, Minor)},
#include "passes/target/Helpers.def"
};

static constexpr Pair Like[] = {
#define HELPER_LIKE(Name, Other) {Name, Other},
#include "passes/target/Helpers.def"
};

static constexpr Pair Replaced[] = {
#define HELPER_REPLACED(Name, Other) {Name, Other},
#include "passes/target/Helpers.def"
};

bool Helper::movesPacketData() const { return Properties & MovesPacket; }
bool Helper::acceptsPacket() const { return Properties & AcceptsPacket; }
bool Helper::sleeps() const { return Properties & Sleeps; }

ArrayRef<Helper> helpers() { return Rows; }

const Helper *findHelper(unsigned Number) {
  const Helper *Row = lower_bound(Rows, Number, [](const Helper &Each, unsigned N) { return Each.Number < N; });
  return Row != std::end(Rows) && Row->Number == Number ? Row : nullptr;
}

const Helper *findHelper(StringRef Name) {
  Name.consume_front("bpf_");
  const Helper *Row = find_if(Rows, [&](const Helper &Each) { return Each.Name == Name; });
  return Row == std::end(Rows) ? nullptr : Row;
}

Releases callers(const Helper &Called, ProgramTypeId Type) {
  Releases There = Releases::from(Called.Since.Major, Called.Since.Minor);
  if (Type == ProgramTypeId::StructOps || Type == ProgramTypeId::Ext)
    return There;
  There = There & Releases::from(programType(Type).Since.Major, programType(Type).Since.Minor);
  auto IsOf = [&](const LaterCallers &Each) { return Each.Name == Called.Name && Each.Types.contains(Type); };
  if (!Called.FirstCallers.contains(Type)) {
    const LaterCallers *Row = find_if(Later, IsOf);
    There = Row == std::end(Later) ? Releases::none() : There & Row->When;
  }
  const LaterCallers *End = find_if(Ended, IsOf);
  return End == std::end(Ended) ? There : There & End->When;
}

Releases callers(const Helper &Called, const ProgramSection &Section) {
  const ProgramType &Type = Section.type();
  Releases There = callers(Called, Type.Id);
  if (Called.sleeps() && !Section.sleeps())
    return Releases::none();
  Releases Attaching = Releases::none();
  bool HasRow = false;
  for (const OnlySections &Each : Attached)
    if (Each.Name == Called.Name && Each.Types.contains(Type.Id)) {
      HasRow = true;
      if (isAmong(Section, Each.Sections) && Attaching.isEmpty())
        Attaching = Each.When;
    }
  return HasRow ? There & Attaching : There;
}

Releases loadable(const Helper &Called, const ProgramSection &Section) {
  Releases There = callers(Called, Section);
  for (const Pair &Each : Replaced)
    if (Each.Name == Called.Name)
      if (Releases Before = callers(*findHelper(Each.Other), Section); Before.Until >= There.Since)
        return {std::min(Before.Since, There.Since), There.Until};
  return There;
}

Releases iteratorCallers(const Helper &Called, StringRef Section) {
  Section.consume_front("?");
  if (!Section.consume_front("iter/") && !Section.consume_front("iter.s/"))
    return Releases::none();
  const IteratorCallers *Row = find_if(
      Iterators, [&](const IteratorCallers &Each) { return Each.Name == Called.Name && Each.Target == Section; });
  return Row == std::end(Iterators) ? Releases::none() : Row->When;
}

std::vector<const Helper *> helpersLike(const Helper &Called) {
  std::vector<const Helper *> Found;
  for (const Pair &Each : Like)
    if (Each.Name == Called.Name)
      Found.push_back(findHelper(Each.Other));
  return Found;
}

static std::string licenseText(const AnyLicense &License) {
  if (License.Since == Any.Since)
    return "";
  if (License.Since == Gpl.Since)
    return "GPL";
  if (License.OnlyType.empty())
    return "GPL before " + License.Since.text();
  return formatv("GPL, except {0} programs from {1} on", License.OnlyType, License.Since.text());
}

std::string helperHelp() {
  std::string Text = "helpers, with the first release that has them, and the license that a program needs for them\n";
  for (const Helper &Row : Rows)
    Text += StringRef(formatv("  {0,-28} {1,-6} {2}", Row.Name, Row.Since.text(), licenseText(Row.License)).str())
                .rtrim()
                .str() +
            "\n";
  return Text;
}

} // namespace bpf
