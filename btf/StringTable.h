// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The strings of BTF: one block, in which types name a string by its offset.
#ifndef BPFTOOLCHAIN_BTF_STRINGTABLE_H
#define BPFTOOLCHAIN_BTF_STRINGTABLE_H

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace bpf::btf {

/// From the beginning of the block, or of the base's block where there is a base; 0 is the empty string.
using StringOffset = uint32_t;

class StringTable {
public:
  /// Starts where the base's block ends; nothing of the base is copied, and it must live as long.
  explicit StringTable(const StringTable *Base = nullptr);
  /// Adopts a block as it was read: it ends with a zero byte.
  StringTable(std::string Block, const StringTable *Base);

  std::string_view at(StringOffset Offset) const {
    return Offset < Begin ? Base->at(Offset) : std::string_view(Block.data() + (Offset - Begin));
  }
  /// True where a string begins, and does not only go on.
  bool isBegin(StringOffset Offset) const {
    return Offset < Begin ? Base->isBegin(Offset) : Offset == Begin || Block[Offset - Begin - 1] == 0;
  }
  /// The offset of the same text, which is there once: an offset that was given stays good.
  StringOffset add(std::string_view Text);

  /// The first offset of this table's own block.
  StringOffset begin() const { return Begin; }
  /// One past the last offset.
  StringOffset end() const { return Begin + Block.size(); }
  /// The bytes of this table's own block.
  std::string_view block() const { return Block; }

  /// Makes the strings findable, also for tables with this one as their base. The first add() does it; who shares a
  /// base among threads does it before.
  void index() const;

private:
  size_t slotOf(std::string_view Text) const;
  void insert(size_t Slot, StringOffset Offset) const;

  const StringTable *Base;
  StringOffset Begin;
  std::string Block;
  mutable std::vector<StringOffset> Slots; ///< open addressing by hash; 0 is free; empty until index()
  mutable size_t Used = 0;
};

} // namespace bpf::btf

#endif
