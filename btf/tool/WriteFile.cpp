// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The error of the system becomes one of the library's.
#include "btf/tool/WriteFile.h"
#include "support/ReplaceFile.h"

namespace bpf::btf {

Result<Done> writeFile(const std::string &Path, ByteView Content) {
  std::string_view Bytes(reinterpret_cast<const char *>(Content.data()), Content.size());
  if (std::error_code Code = replaceFile(Path, Bytes, Attributes::OfOldFile))
    return makeError("cannot write the file: ", Code.message());
  return Done();
}

} // namespace bpf::btf
