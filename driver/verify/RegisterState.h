// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// What a register held when the verifier rejected a program.
#ifndef BPFTOOLCHAIN_DRIVER_VERIFY_REGISTERSTATE_H
#define BPFTOOLCHAIN_DRIVER_VERIFY_REGISTERSTATE_H

#include "llvm/ADT/StringRef.h"
#include <string>
#include <vector>

namespace bpf {

/// The registers that a message names, each as "R1=pkt(r=0)". \p Trace is the log up to the message; a register is
/// omitted if the log does not show for sure what it held.
std::vector<std::string> registersOf(llvm::StringRef Message, llvm::StringRef Trace);

} // namespace bpf

#endif
