// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// What a linker would write into a section of debug information.
#ifndef BPFTOOLCHAIN_BTF_DWARF_RELOCATE_H
#define BPFTOOLCHAIN_BTF_DWARF_RELOCATE_H

#include "btf/Elf.h"

namespace bpf::btf::dwarf {

/// Applies the relocations for that section to its content, with addresses as Sections has them. Relocations with
/// and without addends (RELA, REL).
Result<Done> relocate(const ElfFile &File, const ElfSection &Section, Bytes &Content);

/// True where there are any.
bool hasRelocations(const ElfFile &File, const ElfSection &Section);

} // namespace bpf::btf::dwarf

#endif
