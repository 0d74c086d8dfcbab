// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// iproute2's loader reads such a section with sscanf("%i/%i"), so that numbers may be hexadecimal (bpf_fill_prog_arrays
// in lib/bpf_legacy.c).
#include "passes/target/TailSection.h"

using namespace llvm;

namespace bpf {

/// -1 is the last of all, as for sscanf(); so is what is larger.
static std::optional<uint32_t> numberOf(StringRef Text) {
  int64_t Number;
  if (Text.getAsInteger(0, Number))
    return std::nullopt;
  return Number > UINT32_MAX ? UINT32_MAX : uint32_t(Number);
}

std::optional<std::pair<uint32_t, uint32_t>> slotOf(StringRef Section) {
  auto [Id, Slot] = Section.split('/');
  std::optional<uint32_t> First = numberOf(Id), Second = numberOf(Slot);
  return First && Second ? std::optional(std::pair(*First, *Second)) : std::nullopt;
}

} // namespace bpf
