// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Linkage in a word.
#ifndef BPFTOOLCHAIN_BTF_LINKAGE_H
#define BPFTOOLCHAIN_BTF_LINKAGE_H

#include <cstdint>
#include <iterator>
#include <string_view>

namespace bpf::btf {

/// "static", "global", "extern", as bpftool writes them.
inline std::string_view linkageWord(uint32_t Linkage) {
  static constexpr std::string_view Words[] = {"static", "global", "extern"};
  return Linkage < std::size(Words) ? Words[Linkage] : "(unknown)";
}

} // namespace bpf::btf

#endif
