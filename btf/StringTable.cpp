// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Reading a block needs no index: it is made when the first string is added, or when the table is to be a base.
#include "btf/StringTable.h"
#include "btf/Mix.h"
#include <algorithm>
#include <bit>
#include <cstring>

namespace bpf::btf {

// The first byte of a whole block is the empty string.
StringTable::StringTable(const StringTable *Base)
    : Base(Base), Begin(Base ? Base->end() : 0), Block(Base ? "" : std::string(1, '\0')) {}

StringTable::StringTable(std::string Block, const StringTable *Base)
    : Base(Base), Begin(Base ? Base->end() : 0), Block(std::move(Block)) {}

/// Eight bytes at a time; what is left over overlaps what was read, so that nothing behind the text is.
static size_t hash(std::string_view Text) {
  auto ReadWord = [&](size_t At, auto Word) {
    std::memcpy(&Word, Text.data() + At, sizeof(Word));
    return uint64_t(Word);
  };
  size_t Length = Text.size();
  uint64_t Hash = Length;
  for (size_t At = 0; At + 8 < Length; At += 8)
    Hash = mix(Hash, ReadWord(At, uint64_t()));
  if (Length >= 8)
    return mix(Hash, ReadWord(Length - 8, uint64_t()));
  if (Length >= 4)
    return mix(Hash, ReadWord(0, uint32_t()) << 32 | ReadWord(Length - 4, uint32_t()));
  for (char Each : Text)
    Hash = Hash << 8 | uint8_t(Each);
  return mix(0, Hash);
}

void StringTable::insert(size_t Slot, StringOffset Offset) const {
  Slots[Slot] = Offset;
  ++Used;
}

/// Where the text is, or where it would be put: that slot is 0 then.
size_t StringTable::slotOf(std::string_view Text) const {
  size_t Mask = Slots.size() - 1, Slot = hash(Text) & Mask;
  while (Slots[Slot] && at(Slots[Slot]) != Text)
    Slot = (Slot + 1) & Mask;
  return Slot;
}

void StringTable::index() const {
  constexpr size_t Fewest = 64;
  size_t Strings = 0;
  for (size_t At = 0; (At = Block.find('\0', At)) != std::string::npos; ++At)
    ++Strings;
  // Less than two thirds of the slots are used, the bound at which add() comes back here.
  Slots.assign(std::bit_ceil(std::max(Fewest, Strings * 3 / 2 + Strings / 8)), 0);
  Used = 0;
  // Strings are not compared here: where one is there twice, the first is met first.
  size_t Mask = Slots.size() - 1;
  for (StringOffset Offset = Begin; Offset < end();) {
    std::string_view Text = at(Offset);
    size_t Slot = hash(Text) & Mask;
    while (Slots[Slot])
      Slot = (Slot + 1) & Mask;
    if (Offset)
      insert(Slot, Offset);
    Offset += Text.size() + 1;
  }
}

StringOffset StringTable::add(std::string_view Text) {
  if (Text.empty())
    return 0;
  if (Slots.empty() || Used * 3 >= Slots.size() * 2)
    index();
  for (const StringTable *Table = Base; Table; Table = Table->Base) {
    if (Table->Slots.empty())
      Table->index();
    if (StringOffset Known = Table->Slots[Table->slotOf(Text)])
      return Known;
  }
  size_t Slot = slotOf(Text);
  if (Slots[Slot])
    return Slots[Slot];
  StringOffset Offset = end();
  Block.append(Text).push_back('\0');
  insert(Slot, Offset);
  return Offset;
}

} // namespace bpf::btf
