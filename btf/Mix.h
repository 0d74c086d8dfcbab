// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// How hashes are made here.
#ifndef BPFTOOLCHAIN_BTF_MIX_H
#define BPFTOOLCHAIN_BTF_MIX_H

#include <cstdint>

namespace bpf::btf {

/// Mixes a number into a hash.
inline uint64_t mix(uint64_t Hash, uint64_t Number) {
  Hash = (Hash ^ Number) * 0x9e3779b97f4a7c15;
  return Hash ^ Hash >> 32;
}

} // namespace bpf::btf

#endif
