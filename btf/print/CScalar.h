// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Numbers, as C writes them.
#ifndef BPFTOOLCHAIN_BTF_PRINT_CSCALAR_H
#define BPFTOOLCHAIN_BTF_PRINT_CSCALAR_H

#include "btf/BTF.h"

namespace bpf::btf {

/// How C spells an INT or a FLOAT so that it has its size on BPF too: its own name or, where that is none of C or is of
/// another size, the name of one that has it. Empty where there is none, as for a `long double`: on BPF it is a double.
std::string_view spelled(const TypeGraph &Types, TypeId Scalar);

} // namespace bpf::btf

#endif
