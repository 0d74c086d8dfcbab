// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Such texts are short, and made where something is wrong.
#include "driver/object/FilledText.h"

using namespace llvm;

namespace bpf {

std::string filledText(StringRef Text, ArrayRef<std::pair<StringRef, std::string>> Values) {
  std::string Filled = Text.str();
  for (const auto &[Name, Value] : Values)
    for (size_t At = Filled.find(Name); At != Filled.npos; At = Filled.find(Name, At + Value.size()))
      Filled.replace(At, Name.size(), Value);
  return Filled;
}

} // namespace bpf
