// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The name is in libbpf's message: "failed to resolve CO-RE relocation <byte_off> [11] struct msg.data (0:1 @ offset
// 4)".
#include "driver/load/DeclaredType.h"
#include "llvm/ADT/SmallVector.h"
#include "llvm/Support/FormatVariadic.h"
#include "llvm/Support/Regex.h"

using namespace llvm;

namespace bpf {

std::string remedyOfDeclaredType(StringRef Log, KernelNames &Kernel) {
  static const Regex Failed("CO-RE relocation <[a-z_]+> \\[[0-9]+\\] (struct|union) ([A-Za-z0-9_]+)");
  SmallVector<StringRef, 3> Words;
  if (!Failed.match(Log, &Words))
    return "";
  // What follows three underscores is the source's (bpf_core_essential_name_len() of libbpf).
  StringRef Name = Words[2].take_front(Words[2].find("___"));
  if (Kernel.of(KernelName::Record).contains(Name) || !Kernel.of(KernelName::Declared).contains(Name))
    return "";
  return formatv("'{0} {1}' is declared in vmlinux.h under preserve_access_index, and the kernel has no members of it: "
                 "rename yours, or make the header with bpfbtf header, which declares it outside",
                 Words[1], Name);
}

} // namespace bpf
