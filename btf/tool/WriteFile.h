// Files out: whole, or not at all.
#ifndef BPFTOOLCHAIN_BTF_TOOL_WRITEFILE_H
#define BPFTOOLCHAIN_BTF_TOOL_WRITEFILE_H

#include "btf/BTF.h"

namespace bpf::btf {

/// Puts the bytes in place of the file of that name. Where that fails the old file stays, and nothing beside it.
Result<Done> writeFile(const std::string &Path, ByteView Content);

} // namespace bpf::btf

#endif
