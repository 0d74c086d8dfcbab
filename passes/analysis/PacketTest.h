// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Comparisons of a pointer into the packet with its end.
#ifndef BPFTOOLCHAIN_PASSES_ANALYSIS_PACKETTEST_H
#define BPFTOOLCHAIN_PASSES_ANALYSIS_PACKETTEST_H

#include <optional>

namespace llvm {
class Value;
}

namespace bpf {

/// The result of a comparison with which the packet is known to have bytes enough. Nothing for another condition.
std::optional<bool> packetTestResult(const llvm::Value &Condition);

/// True for the value of a program's ctx->data_end.
bool isPacketEnd(const llvm::Value &V);

} // namespace bpf

#endif
