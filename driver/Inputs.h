// What bpfcc is asked to compile, looked at before clang sees it.
#ifndef BPFTOOLCHAIN_DRIVER_INPUTS_H
#define BPFTOOLCHAIN_DRIVER_INPUTS_H

#include "driver/Options.h"

namespace bpf {

/// An error for the first input that cannot be a source: a folder, an object. clang would pass these to a linker that
/// BPF does not have, with a warning at most. A file that is missing is left to clang.
llvm::Error checkInputs(const Options &User);

} // namespace bpf

#endif
