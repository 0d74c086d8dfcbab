// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Licenses.def as an array.
#include "passes/target/License.h"
#include "passes/target/NearestName.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"

using namespace llvm;

namespace bpf {

static constexpr StringRef Rows[] = {
#define LICENSE(Text) Text,
#include "passes/target/Licenses.def"
};

bool isGplCompatible(StringRef License) { return is_contained(Rows, License); }

/// Letters and digits alone, in one case: "GPL-v2" is "gplv2".
static std::string bare(StringRef License) {
  std::string Text;
  for (char Each : License)
    if (isAlnum(Each))
      Text += toLower(Each);
  return Text;
}

StringRef nearestGplLicense(StringRef License) {
  std::string Bare = bare(License);
  // "MIT" is nearer to "GPL" than to anything else, and means something else.
  return StringRef(Bare).contains("gpl") ? nearestName(Bare, Rows, bare) : StringRef();
}

std::string gplLicensesText() {
  std::string Text;
  for (StringRef Row : Rows)
    Text += (Text.empty() ? "\"" : ", \"") + Row.str() + "\"";
  return Text;
}

} // namespace bpf
