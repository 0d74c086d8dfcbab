// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Those of clang's options that bpfcc has to know of.
#ifndef BPFTOOLCHAIN_DRIVER_OPTIONS_CLANGOPTIONS_H
#define BPFTOOLCHAIN_DRIVER_OPTIONS_CLANGOPTIONS_H

#include "driver/options/Options.h"

namespace llvm::opt {
class Arg;
class ArgList;
} // namespace llvm::opt

namespace bpf {

/// Notes what one of clang's options means for bpfcc. \returns true where clang is not to see it.
bool readClang(const llvm::opt::Arg &A, const llvm::opt::ArgList &Arguments, Options &Result);

} // namespace bpf

#endif
