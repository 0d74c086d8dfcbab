// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Names that the kernel accepts.
#ifndef BPFTOOLCHAIN_BTF_IDENTIFIERS_H
#define BPFTOOLCHAIN_BTF_IDENTIFIERS_H

#include "btf/BTF.h"

namespace bpf::btf {

/// The kernel's KSYM_NAME_LEN, since Linux 6.1.
constexpr size_t LongestName = 512;

/// Letters, digits, '_' and '.', the first no digit (btf_name_valid_identifier() of the kernel).
bool isIdentifier(std::string_view Name);

/// Gives types, members, enumerators and parameters names that are identifiers, where Rust and C++ have others:
/// "Option<u32>" becomes "Option_3C_u32_3E_", with the numbers of the characters, so that different names stay
/// different.
void makeIdentifiers(TypeGraph &Types);

} // namespace bpf::btf

#endif
