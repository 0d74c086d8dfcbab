// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Where the units of .debug_info are.
#ifndef BPFTOOLCHAIN_BTF_DWARF_UNITS_H
#define BPFTOOLCHAIN_BTF_DWARF_UNITS_H

#include "btf/dwarf/Sections.h"

namespace bpf::btf::dwarf {

struct Unit {
  size_t Offset, Bytes; ///< in .debug_info, header included
  size_t HeaderBytes;
  uint16_t Version;
  uint8_t AddressBytes;
  uint64_t Abbreviations; ///< offset in .debug_abbrev
};

/// In order. Pieces of .debug_info that were looked through go to Release, if there is one: the pages beside a header
/// are mapped too, and would be all of them together. The error names what is not supported: other versions than 4 and
/// 5, DWARF of 64 bits, split or partial units.
Result<std::vector<Unit>> unitsOf(const Sections &In, const std::function<void(ByteView)> &Release);

} // namespace bpf::btf::dwarf

#endif
