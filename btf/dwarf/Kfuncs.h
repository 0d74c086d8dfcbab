// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Which functions a kernel or a module offers to BPF programs: those in its lists of kfuncs (BTF_KFUNCS_START() in
// include/linux/btf_ids.h).
#ifndef BPFTOOLCHAIN_BTF_DWARF_KFUNCS_H
#define BPFTOOLCHAIN_BTF_DWARF_KFUNCS_H

#include "btf/Elf.h"
#include "btf/dwarf/Functions.h"

namespace bpf::btf::dwarf {

/// The flags of each function in a list (KF_* in include/linux/btf.h), by its name.
using Kfuncs = std::unordered_map<std::string, uint32_t>;

/// Nothing where the file has no lists, or no symbols that name what is in them. Lists of which the kernel's build has
/// filled in the ids are read with the types that the file has; those of a module are on top of \p Base.
Result<Kfuncs> findKfuncs(const ElfFile &File, const std::shared_ptr<const TypeGraph> &Base);

/// Tags those of the functions that are kfuncs, after the source's own tags.
void tagKfuncs(std::vector<SeenFunction> &Functions, const Kfuncs &Known);

} // namespace bpf::btf::dwarf

#endif
