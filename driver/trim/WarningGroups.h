// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The warning groups that are never about a plain declaration (see Headers.h).
#ifndef BPFTOOLCHAIN_DRIVER_TRIM_WARNINGGROUPS_H
#define BPFTOOLCHAIN_DRIVER_TRIM_WARNINGGROUPS_H

#include "llvm/ADT/StringRef.h"

namespace bpf::trim {

/// \param Word follows -W: "all", "error=unused", "no-conversion".
/// \returns false if it might enable a warning about a plain declaration.
bool staysSilent(llvm::StringRef Word);

} // namespace bpf::trim

#endif
