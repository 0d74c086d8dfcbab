// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// It is rare, and the table is short: rows are tried one after the other.
#include "driver/verify/Remedy.h"
#include "driver/object/FilledText.h"
#include "llvm/ADT/SmallVector.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/Regex.h"

using namespace llvm;

namespace bpf {

ArrayRef<RemedyRow> libbpfRemedies() {
  static constexpr RemedyRow Rows[] = {
#define REMEDY(Words, Example, Note) {Words, Example, Note},
#include "driver/verify/LibbpfRemedies.def"
  };
  return Rows;
}

std::string libbpfRemedyOf(StringRef Message) {
  for (const RemedyRow &Row : libbpfRemedies()) {
    SmallVector<StringRef, 4> Matched;
    if (!Regex(Row.Words, Regex::NoFlags).match(Message, &Matched))
      continue;
    return filledText(Row.Note, {{"$1", Matched.size() > 1 ? Matched[1].str() : ""}});
  }
  return "";
}

} // namespace bpf
