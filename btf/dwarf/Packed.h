// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Whether a structure is packed, which DWARF does not record.
#ifndef BPFTOOLCHAIN_BTF_DWARF_PACKED_H
#define BPFTOOLCHAIN_BTF_DWARF_PACKED_H

#include "btf/dwarf/Entries.h"

namespace bpf::btf::dwarf {

/// True where a member, or the end, lies where the machine would not align it.
bool isPacked(const Entries &Of, const Entry &Structure);

} // namespace bpf::btf::dwarf

#endif
