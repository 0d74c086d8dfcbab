// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// What merge() is made of.
#ifndef BPFTOOLCHAIN_BTF_MERGE_H
#define BPFTOOLCHAIN_BTF_MERGE_H

#include "btf/BTF.h"

namespace bpf::btf {

/// Puts the data sections of one name together: each variable once, with those of a further section behind the end of
/// the ones before, as a linker lays them out. \p Same says which type stands for each.
Result<std::vector<SectionVariable>> joinSections(const TypeGraph &Types, std::span<const TypeId> Sections,
                                                  std::span<const TypeId> Same, uint32_t &Size);

} // namespace bpf::btf

#endif
