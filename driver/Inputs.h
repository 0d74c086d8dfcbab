// What bpfcc is asked to compile, looked at before clang sees it.
#ifndef BPFTOOLCHAIN_DRIVER_INPUTS_H
#define BPFTOOLCHAIN_DRIVER_INPUTS_H

#include "driver/Options.h"

namespace bpf {

/// An error for the first input that cannot be a source: a folder, an object, a file that is
/// missing. clang would pass objects to a linker that BPF does not have, with a warning at most.
llvm::Error checkInputs(const Options &User);

} // namespace bpf

#endif
