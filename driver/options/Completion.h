// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Completion in shells: the scripts in completion/ ask `bpfcc --autocomplete WORD...`.
#ifndef BPFTOOLCHAIN_DRIVER_OPTIONS_COMPLETION_H
#define BPFTOOLCHAIN_DRIVER_OPTIONS_COMPLETION_H

#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/StringRef.h"
#include <optional>

namespace llvm {
class raw_ostream;
}

namespace bpf {

/// The words of a command line that is being written, where that is what the call asks about. It has to be the first
/// word, because the others may be wrong still.
std::optional<llvm::ArrayRef<const char *>> wordsToComplete(llvm::ArrayRef<const char *> Words);

/// Prints what the last of the words may become, a line each, with a tab and its help where there is one. Nothing where
/// it is no option: then it is a file.
void complete(llvm::ArrayRef<const char *> Words, llvm::raw_ostream &Out);

} // namespace bpf

#endif
