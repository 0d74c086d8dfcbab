// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// needed() for who has the names already.
#ifndef BPFTOOLCHAIN_BTF_PRINT_CORDER_H
#define BPFTOOLCHAIN_BTF_PRINT_CORDER_H

#include "btf/print/CNames.h"

namespace bpf::btf {

std::vector<NeededType> needed(const TypeGraph &Types, const CNames &Names, std::span<const TypeId> Ids);

} // namespace bpf::btf

#endif
