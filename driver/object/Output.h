// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Writing what was made. Nothing touches the output's folder before everything else has worked.
#ifndef BPFTOOLCHAIN_DRIVER_OBJECT_OUTPUT_H
#define BPFTOOLCHAIN_DRIVER_OBJECT_OUTPUT_H

#include "llvm/ADT/ArrayRef.h"
#include "llvm/Support/Error.h"
#include <string>

namespace bpf {

/// Checks before any work whether an output is possible: its folder exists, it is not a folder or one of the inputs.
/// "-" and the empty path are fine. The error names the path and is the user's (exit code 1).
llvm::Error checkOutput(llvm::StringRef Path, llvm::ArrayRef<std::string> Inputs);

/// Writes the bytes to Path. A regular or new file is replaced as a whole, by rename, with the mode that clang would
/// give it; a link is followed; a device, a pipe and "-" are written through. The error names the path and leaves the
/// old file.
llvm::Error writeOutput(llvm::StringRef Path, llvm::StringRef Bytes);

/// Writes a file of the user's again, with the mode and the owner that it has; a link is followed. The error names the
/// path, also of what is no file that could be replaced, and leaves the old file.
llvm::Error rewriteSource(llvm::StringRef Path, llvm::StringRef Bytes);

} // namespace bpf

#endif
