// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// An option that is not in a table prevents the trim.
#include "driver/trim/TrimOptions.h"
#include "driver/trim/WarningGroups.h"
#include "clang/Options/Options.h"
#include "llvm/ADT/DenseSet.h"
#include "llvm/Option/ArgList.h"
#include "llvm/Option/OptTable.h"

using namespace llvm;
using namespace llvm::opt;

namespace bpf::trim {

/// Options that do not matter, whatever their value.
static const DenseSet<unsigned> &harmless() {
  static const DenseSet<unsigned> Numbers = {
#define OPTION_FOR_TRIM(Id) clang::options::OPT_##Id,
#include "driver/trim/TrimOptions.def"
#undef OPTION_FOR_TRIM
  };
  return Numbers;
}

static bool isHarmless(const Arg &A) {
  const Option &O = A.getOption();
  if (O.matches(clang::options::OPT_x))
    return StringRef(A.getValue()) == "c";
  // -Wall is an option of its own, others are a value of -W.
  if (O.matches(clang::options::OPT_W_Group))
    return staysSilent(A.getNumValues() ? A.getValue() : O.getName().drop_front());
  return harmless().contains(O.getID()) || harmless().contains(O.getUnaliasedOption().getID());
}

std::string optionAgainst(ArrayRef<const char *> Cc1Arguments) {
  unsigned MissingIndex = 0, MissingCount = 0;
  InputArgList Arguments = clang::getDriverOptTable().ParseArgs(Cc1Arguments, MissingIndex, MissingCount,
                                                                Visibility(clang::options::CC1Option));
  for (const Arg *A : Arguments)
    if (!isHarmless(*A))
      return A->getAsString(Arguments);
  return "";
}

} // namespace bpf::trim
