// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// What an option of bpfcc's own may be set to, where that is a list: completion and the manual page tell it.
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
  std::vector<llvm::StringRef> Words; ///< none where anything can stand there
  ValueForm Form = ValueForm::Word;
  std::vector<llvm::StringRef> Alone = {}; ///< what may stand instead of a list
  bool AreInHelp = false;                  ///< the option's help has them as what it takes: "little|big"
};

/// \param Id of own::Option.
OptionValues valuesOf(unsigned Id);

} // namespace bpf

#endif
