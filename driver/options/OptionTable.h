// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// bpfcc's option table, generated from Options.td.
#ifndef BPFTOOLCHAIN_DRIVER_OPTIONS_OPTIONTABLE_H
#define BPFTOOLCHAIN_DRIVER_OPTIONS_OPTIONTABLE_H

#include "llvm/Option/OptTable.h"

namespace bpf::own {

enum Option {
  OPT_INVALID = 0,
#define OPTION(...) LLVM_MAKE_OPT_ID(__VA_ARGS__),
#include "driver/options/Options.inc"
#undef OPTION
};

const llvm::opt::OptTable &table();

} // namespace bpf::own

#endif
