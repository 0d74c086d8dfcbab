// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// What a structure does not use of its bytes.
#ifndef BPFTOOLCHAIN_BTF_PRINT_GAPS_H
#define BPFTOOLCHAIN_BTF_PRINT_GAPS_H

#include "btf/BTF.h"

namespace bpf::btf {

/// Where a bit-field lies: in a unit of the size of its type, which begins at a multiple of that size, or at the
/// field's own byte where it would not end in the unit, as packed ones can.
struct BitUnit {
  uint64_t Byte;    ///< from the start of the structure
  uint64_t EndBits; ///< one past its last bit
};
BitUnit unitOf(const TypeGraph &Types, const Member &BitField);

/// Unused bits, up to the end of the unit of the bit-field before, and whole bytes behind them.
struct Gap {
  uint64_t Bits = 0, Bytes = 0;
};

struct Gaps {
  std::vector<Gap> Before; ///< each member
  Gap AtEnd;
  uint64_t MemberBytes = 0, FieldBits = 0; ///< what the members use, and what the bit-fields do
  uint64_t Holes = 0, HoleBytes = 0, BitHoles = 0, HoleBits = 0;
};
/// A union has gaps only at its end, and they are not counted: its members all begin at its start.
Gaps gapsOf(const TypeGraph &Types, TypeId Structure);

} // namespace bpf::btf

#endif
