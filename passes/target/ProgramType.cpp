// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// ProgramTypes.def as arrays.
#include "passes/target/ProgramType.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallVector.h"

using namespace llvm;

namespace bpf {

// The words of the license column.
static constexpr KernelVersion Any = {~0u, 0};
static constexpr KernelVersion gplSince(unsigned Major, unsigned Minor) { return {Major, Minor}; }

static constexpr ProgramType Types[] = {
#define PROGRAM_TYPE(Id, Name, Major, Minor, Context, HasOwnStack, License)                                            \
  {ProgramTypeId::Id, Name, {Major, Minor}, Context, HasOwnStack, License},
#include "passes/target/ProgramTypes.def"
};

static constexpr ProgramSection Sections[] = {
#define SECTION(Pattern, Type, Major, Minor, KernelMajor, KernelMinor)                                                 \
  {Pattern, Type, {Major, Minor}, {KernelMajor, KernelMinor}},
#include "passes/target/ProgramTypes.def"
#define SECTION_OF_IPROUTE2(Pattern, Type) {Pattern, Type, {~0u, 0}, {4, 1}},
#include "passes/target/ProgramTypes.def"
};

ArrayRef<ProgramType> programTypes() { return Types; }
const ProgramType &programType(ProgramTypeId Id) { return Types[unsigned(Id)]; }
ArrayRef<ProgramSection> programSections() { return Sections; }

bool ProgramSection::matches(StringRef Section) const {
  if (!Section.consume_front(name()))
    return false;
  return Section.empty() || (Pattern.ends_with("+") && Section.front() == '/');
}

const ProgramType &ProgramSection::type() const {
  return *find_if(Types, [&](const ProgramType &Each) { return Each.Name == Type; });
}

bool isAmong(const ProgramSection &Section, StringRef Names) {
  SmallVector<StringRef> Words;
  Names.split(Words, ' ');
  return any_of(Words, [&](StringRef Word) {
    return Word.consume_back("*") ? Section.name().starts_with(Word) : Section.name() == Word;
  });
}

StringRef sectionMeant(StringRef Section, StringRef Context) {
  return Section == "prog" && Context == "__sk_buff" ? "classifier" : Section;
}

const ProgramSection *programSectionOf(StringRef Section) {
  // With ? before it a program is not loaded by itself, and is the same otherwise (libbpf 0.8).
  Section.consume_front("?");
  const ProgramSection *Longest = nullptr;
  for (const ProgramSection &Row : Sections) {
    StringRef Rest = Section;
    bool Fits = Rest.consume_front(Row.name()) && (Rest.empty() || Rest.front() == '/' || Rest.front() == '.');
    if (Fits && (!Longest || Row.name().size() > Longest->name().size()))
      Longest = &Row;
  }
  return Longest;
}

std::vector<StringRef> programSectionNames() {
  std::vector<StringRef> Names;
  for (const ProgramSection &Row : Sections)
    if (!Row.isOfIproute2() && !Row.name().contains('/'))
      Names.push_back(Row.name());
  return Names;
}

const ProgramSection *findProgramSection(StringRef Name) {
  for (const ProgramSection &Row : Sections)
    if (Row.name() == Name && !Row.isOfIproute2())
      return &Row;
  for (const ProgramSection &Row : Sections)
    if (Row.Type.equals_insensitive(Name) && !Row.isOfIproute2())
      return &Row;
  return nullptr;
}

} // namespace bpf
