// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// What bpfcc is asked to compile, looked at before clang sees it.
#ifndef BPFTOOLCHAIN_DRIVER_OPTIONS_INPUTS_H
#define BPFTOOLCHAIN_DRIVER_OPTIONS_INPUTS_H

#include "driver/options/Options.h"

namespace bpf {

/// An error for the first input that cannot be a source: a folder, an object, a file that is
/// missing. clang would pass objects to a linker that BPF does not have, with a warning at most.
llvm::Error checkInputs(const Options &Opts);

/// An error for the first input that may not be read. It is not the user's source that is wrong: exit code 2.
llvm::Error checkAccess(const Options &Opts);

/// True for what can be C: no binary file, and no other encoding than UTF-8 beyond a few characters in comments.
bool isText(llvm::StringRef Source);

} // namespace bpf

#endif
