// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A whole call of bpfcc that compiles: clang's driver makes the jobs, each is run, its output finished and written.
#ifndef BPFTOOLCHAIN_DRIVER_COMPILE_H
#define BPFTOOLCHAIN_DRIVER_COMPILE_H

#include "driver/options/Profile.h"
#include "driver/process/Outcome.h"

namespace bpf {

/// All diagnostics are shown when it returns.
Outcome compile(const Options &Opts, const Target &T, const Profile &Arguments, const Installation &Installed);

} // namespace bpf

#endif
