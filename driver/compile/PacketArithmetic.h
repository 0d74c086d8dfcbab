// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A size in bytes that is added to a pointer, which counts in elements (-Wbpf-packet-arithmetic).
#ifndef BPFTOOLCHAIN_DRIVER_COMPILE_PACKETARITHMETIC_H
#define BPFTOOLCHAIN_DRIVER_COMPILE_PACKETARITHMETIC_H

#include "driver/diagnostics/SourceIndex.h"

namespace clang {
class ASTContext;
}

namespace bpf {

/// Reports `eth + sizeof(struct ethhdr)` in each function of the sources, system headers excluded. In IR it is an
/// offset like any other.
void checkPacketArithmetic(clang::ASTContext &Parsed, const SourceIndex &Index, Report R);

} // namespace bpf

#endif
