// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Which licenses the kernel treats as compatible with the GPL: the rows of Licenses.def.
#ifndef BPFTOOLCHAIN_PASSES_TARGET_LICENSE_H
#define BPFTOOLCHAIN_PASSES_TARGET_LICENSE_H

#include "llvm/ADT/StringRef.h"
#include <string>

namespace bpf {

/// True where a program under that license may call what is for the GPL only.
bool isGplCompatible(llvm::StringRef License);

/// The license that was probably meant, "GPL v2" for "GPLv2"; empty where none is near.
llvm::StringRef nearestGplLicense(llvm::StringRef License);

/// All of them, in quotes and with commas.
std::string gplLicensesText();

} // namespace bpf

#endif
