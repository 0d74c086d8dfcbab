// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// What two definitions of a function have to have in common, so that a call of the one is a call of the other.
#ifndef BPFTOOLCHAIN_BTF_DWARF_CALLTYPES_H
#define BPFTOOLCHAIN_BTF_DWARF_CALLTYPES_H

#include "btf/dwarf/Entries.h"
#include "btf/dwarf/TypeStore.h"

namespace bpf::btf::dwarf {

/// A function's types as one number. Structures, enums and typedefs count by their names, and const and the names of
/// parameters do not: pahole's types__match().
Key callTypes(const Entries &Of, const Entry &Function, TypeStore &Store);

} // namespace bpf::btf::dwarf

#endif
