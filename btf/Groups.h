// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Equal things found among many, by hash and then by comparison.
#ifndef BPFTOOLCHAIN_BTF_GROUPS_H
#define BPFTOOLCHAIN_BTF_GROUPS_H

#include <bit>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace bpf::btf {

/// For each index below \p Count the first index that is the same. Hash(index) is a number of 64 bits, Same(a, b) tells
/// whether two are equal.
template <typename HashOf, typename Equal> std::vector<uint32_t> firstEqual(uint32_t Count, HashOf Hash, Equal Same) {
  struct Slot {
    uint32_t Next = 0; ///< an index + 1
    uint32_t Hash = 0; ///< distinguishes most different ones without a comparison
  };
  std::vector<Slot> Slots(std::bit_ceil(size_t(Count) * 2 + 1));
  std::vector<uint32_t> First(Count);
  for (uint32_t Index = 0; Index < Count; ++Index) {
    uint64_t Number = Hash(Index);
    uint32_t High = Number >> 32;
    size_t At = Number & (Slots.size() - 1);
    while (Slots[At].Next && !(Slots[At].Hash == High && Same(Slots[At].Next - 1, Index)))
      At = (At + 1) & (Slots.size() - 1);
    if (!Slots[At].Next)
      Slots[At] = {Index + 1, High};
    First[Index] = Slots[At].Next - 1;
  }
  return First;
}

} // namespace bpf::btf

#endif
