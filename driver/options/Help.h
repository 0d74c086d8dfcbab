// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// --help, --version and the lists.
#ifndef BPFTOOLCHAIN_DRIVER_OPTIONS_HELP_H
#define BPFTOOLCHAIN_DRIVER_OPTIONS_HELP_H

#include "driver/options/Options.h"

namespace bpf {

/// Prints the answer to what was asked: help, version, the checks, what is known of kernels and loaders.
void answer(const Options &Opts, llvm::raw_ostream &Out);

} // namespace bpf

#endif
