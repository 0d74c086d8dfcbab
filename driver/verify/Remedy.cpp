// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Rejections are rare and the tables short: rows are tried in order.
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

ArrayRef<RemedyRow> libbpfRemedies() {
  static constexpr RemedyRow Rows[] = {
#define REMEDY(Words, Example, Note) {Words, Example, Note},
#include "driver/verify/LibbpfRemedies.def"
  };
  return Rows;
}

static std::string remedyAmong(ArrayRef<RemedyRow> Rows, StringRef Message) {
  for (const RemedyRow &Row : Rows) {
    SmallVector<StringRef, 4> Found;
    if (!Regex(Row.Words, Regex::NoFlags).match(Message, &Found))
      continue;
    std::string Note = Row.Note.str();
    for (size_t At = Note.find("$1"); At != Note.npos && Found.size() > 1; At = Note.find("$1"))
      Note.replace(At, 2, Found[1].str());
    return Note;
  }
  return "";
}

std::string remedyOf(StringRef Message) { return remedyAmong(remedies(), Message); }
std::string libbpfRemedyOf(StringRef Message) { return remedyAmong(libbpfRemedies(), Message); }

} // namespace bpf
