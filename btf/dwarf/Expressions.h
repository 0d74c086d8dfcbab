// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// What a DWARF expression says of registers.
#ifndef BPFTOOLCHAIN_BTF_DWARF_EXPRESSIONS_H
#define BPFTOOLCHAIN_BTF_DWARF_EXPRESSIONS_H

#include "btf/dwarf/Cursor.h"

namespace bpf::btf::dwarf {

using Register = std::optional<unsigned>; ///< by DWARF's number

struct Expression {
  unsigned Operations = 0; ///< 0 where there is one that is not known
  Register Whole;          ///< all that is said is that the value is in it, or computed from it
  Register First;          ///< the first operation is that, and more follow
  Register Any;            ///< the first that a piece lies in
  Register AtEntry;        ///< all that is said is that the value was in it when the function was entered
};

Expression readExpression(ByteView Bytes, std::endian Order, unsigned AddressBytes);

} // namespace bpf::btf::dwarf

#endif
