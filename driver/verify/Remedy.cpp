// A refusal is rare and its table is short: rows are tried one after the other.
#include "driver/verify/Remedy.h"
#include "llvm/ADT/SmallVector.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/Regex.h"

using namespace llvm;

namespace bpf {

ArrayRef<RemedyRow> remedies() {
  static constexpr RemedyRow Rows[] = {
#define REMEDY(Words, Example, Note) {Words, Example, Note},
#include "driver/verify/Remedies.def"
  };
  return Rows;
}

std::string remedyOf(StringRef Message) {
  for (const RemedyRow &Row : remedies()) {
    SmallVector<StringRef, 4> Taken;
    if (!Regex(Row.Words, Regex::NoFlags).match(Message, &Taken))
      continue;
    std::string Note = Row.Note.str();
    if (size_t At = Note.find("$1"); At != Note.npos && Taken.size() > 1)
      Note.replace(At, 2, Taken[1].str());
    return Note;
  }
  return "";
}

} // namespace bpf
