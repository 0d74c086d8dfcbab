// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Where a caller puts its arguments.
#ifndef BPFTOOLCHAIN_BTF_DWARF_ARGUMENTREGISTERS_H
#define BPFTOOLCHAIN_BTF_DWARF_ARGUMENTREGISTERS_H

#include <cstddef>
#include <cstdint>

namespace bpf::btf::dwarf {

struct ArgumentRegisters {
  static constexpr int NotKnown = -1;
  static constexpr size_t Most = 8;

  unsigned Machine = 0;
  unsigned Count = 0; ///< 0: of this machine nothing is known
  unsigned Words = 0; ///< what is larger is passed in memory
  bool AreKnown = false;
  int Numbers[Most] = {NotKnown, NotKnown, NotKnown, NotKnown, NotKnown, NotKnown, NotKnown, NotKnown};
};

/// Of an e_machine of elf.h.
const ArgumentRegisters &argumentRegisters(unsigned Machine);

} // namespace bpf::btf::dwarf

#endif
