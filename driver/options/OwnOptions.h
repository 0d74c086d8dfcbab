// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Reading bpfcc's own options.
#ifndef BPFTOOLCHAIN_DRIVER_OPTIONS_OWNOPTIONS_H
#define BPFTOOLCHAIN_DRIVER_OPTIONS_OWNOPTIONS_H

#include "driver/options/Options.h"

namespace bpf {

/// Reads a word of our own table. \returns true if it is one of ours; fails if its value is wrong.
llvm::Expected<bool> readOwnWord(const std::string &Word, Options &Result);

/// The option of ours that is within two letters of the word, or nothing.
std::string nearestOwn(llvm::StringRef Word);

} // namespace bpf

#endif
