// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// An installed pahole, asked for what it makes of a file.
#ifndef BPFTOOLCHAIN_BTF_TOOL_PAHOLE_H
#define BPFTOOLCHAIN_BTF_TOOL_PAHOLE_H

#include "btf/BTF.h"

namespace bpf::btf {

/// What `pahole -J` writes for the DWARF of a file, which stays as it is. The error names what is missing.
Result<TypeGraph> typesByPahole(const std::string &Path);

} // namespace bpf::btf

#endif
