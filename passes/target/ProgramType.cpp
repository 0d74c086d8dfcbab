// ProgramTypes.def as an array.
#include "passes/target/ProgramType.h"

using namespace llvm;

namespace bpf {

static constexpr ProgramType Rows[] = {
#define PROGRAM_TYPE(Section, Name, Context, HasOwnStack) {Section, Name, Context, HasOwnStack},
#include "passes/target/ProgramTypes.def"
};

const ProgramType *programTypeOf(StringRef Section) {
  // With ? before it a program is not loaded by itself, and is the same otherwise (libbpf 0.8).
  Section.consume_front("?");
  const ProgramType *Longest = nullptr;
  for (const ProgramType &Row : Rows) {
    StringRef Rest = Section;
    bool Fits = Rest.consume_front(Row.Section) && (Rest.empty() || Rest.front() == '/' || Rest.front() == '.');
    if (Fits && (!Longest || Row.Section.size() > Longest->Section.size()))
      Longest = &Row;
  }
  return Longest;
}

/// The only one of the sections that libbpf has no type for.
static bool isOnlyOfIproute2(const ProgramType &Row) { return Row.Section == "prog"; }

std::vector<StringRef> programTypeNames() {
  std::vector<StringRef> Names;
  for (const ProgramType &Row : Rows)
    if (!isOnlyOfIproute2(Row))
      Names.push_back(Row.Section);
  return Names;
}

const ProgramType *findProgramType(StringRef Name) {
  for (const ProgramType &Row : Rows)
    if (Row.Section == Name && !isOnlyOfIproute2(Row))
      return &Row;
  for (const ProgramType &Row : Rows)
    if (Row.Name.equals_insensitive(Name) && !isOnlyOfIproute2(Row))
      return &Row;
  return nullptr;
}

} // namespace bpf
