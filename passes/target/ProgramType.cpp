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

} // namespace bpf
