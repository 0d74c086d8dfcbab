// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Files out: whole, or not at all.
#ifndef BPFTOOLCHAIN_BTF_TOOL_WRITEFILE_H
#define BPFTOOLCHAIN_BTF_TOOL_WRITEFILE_H

#include "btf/BTF.h"

namespace bpf::btf {

/// Puts the bytes in place of the file of that name, with its mode, owner and attributes; a link is followed. Where
/// that fails the old file stays, and nothing beside it.
Result<Done> writeFile(const std::string &Path, ByteView Content);

/// Puts the types into the ELF file, whose bytes \p Elf are, in the place of those that it has. The error leaves the
/// old file.
Result<Done> writeTypesInPlace(const std::string &Path, ByteView Elf, const TypeGraph &Types);

} // namespace bpf::btf

#endif
