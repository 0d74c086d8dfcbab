// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The options with which headers may be trimmed.
#ifndef BPFTOOLCHAIN_DRIVER_TRIM_TRIMOPTIONS_H
#define BPFTOOLCHAIN_DRIVER_TRIM_TRIMOPTIONS_H

#include "llvm/ADT/ArrayRef.h"
#include <string>

namespace bpf::trim {

/// The first option of a -cc1 job (without "-cc1") with which headers have to be parsed whole: it asks for another
/// output than an object or diagnostics, or shows more of a header than its use. Empty if there is none.
std::string optionAgainst(llvm::ArrayRef<const char *> Cc1Arguments);

} // namespace bpf::trim

#endif
