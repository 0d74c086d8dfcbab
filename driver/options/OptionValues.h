// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The values of bpfcc's own options that are lists, for completion and the manual page.
#ifndef BPFTOOLCHAIN_DRIVER_OPTIONS_OPTIONVALUES_H
#define BPFTOOLCHAIN_DRIVER_OPTIONS_OPTIONVALUES_H

#include "llvm/ADT/StringRef.h"
#include <vector>

namespace bpf {

/// How the value of an option is made of the words of its list.
enum class ValueForm {
  Word,       ///< it is one of them
  List,       ///< several with commas between them
  AfterColon, ///< one of them, behind something and a colon
};

struct OptionValues {
  std::vector<llvm::StringRef> Words; ///< empty if any value is possible
  ValueForm Form = ValueForm::Word;
  std::vector<llvm::StringRef> Alone = {}; ///< values that are possible instead of a list
  bool AreInHelp = false;                  ///< the option's row in the table has them: "little|big"
};

/// \param Id of own::Option.
OptionValues valuesOf(unsigned Id);

} // namespace bpf

#endif
