// One file takes another's place as a whole, or not at all.
#ifndef BPFTOOLCHAIN_DRIVER_REPLACE_H
#define BPFTOOLCHAIN_DRIVER_REPLACE_H

#include "llvm/ADT/StringRef.h"
#include "llvm/Support/Error.h"

namespace bpf {

/// Whose mode and owner the file has that takes the place of another.
enum class Attributes {
  OfNewFile,
  OfOldFile, ///< the owner as far as this process may give files away
};

/// Writes the bytes beside Path and renames: a file that has that name is replaced.
/// After an error (full disk, no permission) the old file is untouched and nothing stands beside it. A signal that
/// ends the process while this works leaves the old file too: who sees a call fail finds what was there before it.
llvm::Error replaceFile(llvm::StringRef Path, llvm::StringRef Bytes, Attributes Whose = Attributes::OfNewFile);

} // namespace bpf

#endif
