// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The user's words for a byte of a variable.
#ifndef BPFTOOLCHAIN_PASSES_ANALYSIS_MEMBERAT_H
#define BPFTOOLCHAIN_PASSES_ANALYSIS_MEMBERAT_H

#include <cstdint>
#include <string>

namespace llvm {
class DIType;
}

namespace bpf {

/// "after 'sector'" for a gap between members, "in 'name'" for a byte of a member; empty if the type is unknown.
std::string memberAt(const llvm::DIType *Type, uint64_t Byte);

} // namespace bpf

#endif
