// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The text of a trimmed header.
#ifndef BPFTOOLCHAIN_DRIVER_TRIM_KEPTTEXT_H
#define BPFTOOLCHAIN_DRIVER_TRIM_KEPTTEXT_H

#include "driver/trim/Closure.h"
#include <string>

namespace bpf::trim {

/// \param KeepsLines whether declarations keep their line numbers.
std::string keptText(const Headers &All, const Header &Of, llvm::ArrayRef<Fate> Fates, bool KeepsLines);

/// The directives alone, for the preprocessor.
std::string directivesOf(const Headers &All, const Header &Of);

} // namespace bpf::trim

#endif
