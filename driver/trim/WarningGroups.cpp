// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The names are in WarningGroups.def.
#include "driver/trim/WarningGroups.h"
#include "llvm/ADT/STLExtras.h"

using namespace llvm;

namespace bpf::trim {

bool staysSilent(StringRef Word) {
  static constexpr StringLiteral Names[] = {
#define GROUP(Name) Name,
#include "driver/trim/WarningGroups.def"
#undef GROUP
  };
  if (Word.starts_with("no-") || Word == "error")
    return true;
  Word.consume_front("error=");
  return is_contained(Names, Word.split('=').first);
}

} // namespace bpf::trim
