// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// bpfcc(1).
#ifndef BPFTOOLCHAIN_DRIVER_OPTIONS_MANUAL_H
#define BPFTOOLCHAIN_DRIVER_OPTIONS_MANUAL_H

namespace llvm {
class raw_ostream;
}

namespace bpf {

/// Prints the manual page, in man(7).
void printManual(llvm::raw_ostream &Out);

} // namespace bpf

#endif
