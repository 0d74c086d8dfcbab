// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Which types of a graph are the same, all that they refer to included.
#ifndef BPFTOOLCHAIN_BTF_SAMETYPES_H
#define BPFTOOLCHAIN_BTF_SAMETYPES_H

#include "btf/BTF.h"

namespace bpf::btf {

/// For each type of the graph and of its base the one that stands for it: the first that is the same, as
/// btf__dedup() of libbpf has it.
///   - A structure is the same as another where they agree in every member, however deep, and round in circles.
///   - A forward declaration is the structure (union, enum) of that name where there is exactly one; where there are
///     several it stays what it is. The base stays as it is: what it declares does not become a type that is added.
///   - Data sections of one name are the same.
/// Types with different numbers in \p Apart, by id, are never the same. Each string has to be in the graph once.
std::vector<TypeId> sameTypes(const TypeGraph &Types, std::span<const uint32_t> Apart);

} // namespace bpf::btf

#endif
