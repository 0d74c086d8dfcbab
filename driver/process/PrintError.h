// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Errors of a call as a whole, which belong to no source and have no DiagnosticsEngine.
#ifndef BPFTOOLCHAIN_DRIVER_PROCESS_PRINTERROR_H
#define BPFTOOLCHAIN_DRIVER_PROCESS_PRINTERROR_H

#include "llvm/ADT/StringRef.h"
#include "llvm/ADT/Twine.h"

namespace bpf {

/// What such an error begins with, without colours.
inline constexpr llvm::StringLiteral ErrorPrefix = "bpfcc: error: ";

/// Prints ErrorPrefix, Message and a line feed to standard error, in colour on a terminal.
void printError(const llvm::Twine &Message);

} // namespace bpf

#endif
