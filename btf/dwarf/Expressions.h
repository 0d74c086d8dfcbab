// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Registers in DWARF expressions.
#ifndef BPFTOOLCHAIN_BTF_DWARF_EXPRESSIONS_H
#define BPFTOOLCHAIN_BTF_DWARF_EXPRESSIONS_H

#include "btf/dwarf/Cursor.h"

namespace bpf::btf::dwarf {

using Register = std::optional<unsigned>; ///< by DWARF's number

struct Expression {
  unsigned Operations = 0; ///< 0 where there is one that is not known
  Register Whole;          ///< the expression only has the value in it, or computes it from it
  Register First;          ///< the first operation is that, and more follow
  Register Any;            ///< the first that a piece lies in
  Register AtEntry;        ///< the expression only has the value that it had when the function was entered
};

Expression readExpression(ByteView Bytes, std::endian Order, unsigned AddressBytes);

} // namespace bpf::btf::dwarf

#endif
