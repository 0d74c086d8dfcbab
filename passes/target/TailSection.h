// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The name of a section of iproute2's tail calls, ID/KEY: its programs are for slot KEY of the array of programs that
// has the id.
#ifndef BPFTOOLCHAIN_PASSES_TARGET_TAILSECTION_H
#define BPFTOOLCHAIN_PASSES_TARGET_TAILSECTION_H

#include "llvm/ADT/StringRef.h"
#include <cstdint>
#include <optional>
#include <utility>

namespace bpf {

/// The id and the slot in a section's name; nothing if it has none.
std::optional<std::pair<uint32_t, uint32_t>> slotOf(llvm::StringRef Section);

} // namespace bpf

#endif
