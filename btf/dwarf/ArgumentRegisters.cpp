// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The rows of ArgumentRegisters.def.
#include "btf/dwarf/ArgumentRegisters.h"
#include <elf.h>

namespace bpf::btf::dwarf {

template <typename... Register>
static constexpr ArgumentRegisters row(unsigned Machine, unsigned Count, unsigned Words, Register... Numbers) {
  ArgumentRegisters Row = {Machine, Count, Words, sizeof...(Numbers) != 0};
  size_t At = 0;
  ((Row.Numbers[At++] = Numbers), ...);
  return Row;
}

static constexpr ArgumentRegisters Rows[] = {
#define ARGUMENTS(...) row(__VA_ARGS__),
#include "btf/dwarf/ArgumentRegisters.def"
};

const ArgumentRegisters &argumentRegisters(unsigned Machine) {
  static constexpr ArgumentRegisters None;
  for (const ArgumentRegisters &Each : Rows)
    if (Each.Machine == Machine)
      return Each;
  return None;
}

} // namespace bpf::btf::dwarf
