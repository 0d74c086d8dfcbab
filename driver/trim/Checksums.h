// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// DWARF has the checksum of each source file; clang computes that of the text that it parsed.
#ifndef BPFTOOLCHAIN_DRIVER_TRIM_CHECKSUMS_H
#define BPFTOOLCHAIN_DRIVER_TRIM_CHECKSUMS_H

#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/StringRef.h"

namespace llvm {
class Module;
}

namespace bpf::trim {

struct ReplacedText {
  llvm::StringRef Read, InFile;
};

/// Replaces the checksums of texts that clang parsed by those of the files, in the debug information of M.
void restoreChecksums(llvm::Module &M, llvm::ArrayRef<ReplacedText> Texts);

} // namespace bpf::trim

#endif
