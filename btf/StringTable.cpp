// Reading a block needs no index: it is made when the first string is added, or when the table is to be a base.
#include "btf/StringTable.h"
#include <algorithm>
#include <bit>
#include <functional>

namespace bpf::btf {

// The first byte of a whole block is the empty string.
StringTable::StringTable(const StringTable *Base)
    : Base(Base), Begin(Base ? Base->end() : 0), Block(Base ? "" : std::string(1, '\0')) {}

StringTable::StringTable(std::string Block, const StringTable *Base)
    : Base(Base), Begin(Base ? Base->end() : 0), Block(std::move(Block)) {}

static size_t hash(std::string_view Text) { return std::hash<std::string_view>()(Text); }

void StringTable::insert(StringOffset Offset) const {
  size_t Mask = Slots.size() - 1;
  size_t Slot = hash(at(Offset)) & Mask;
  while (Slots[Slot])
    Slot = (Slot + 1) & Mask;
  Slots[Slot] = Offset;
  ++Used;
}

void StringTable::index() const {
  constexpr size_t Fewest = 64;
  size_t Strings = std::count(Block.begin(), Block.end(), '\0');
  // At most a quarter of the slots is used, so that some can be added.
  Slots.assign(std::bit_ceil(std::max(Fewest, Strings * 4)), 0);
  Used = 0;
  for (StringOffset Offset = Begin; Offset < end(); Offset += at(Offset).size() + 1)
    if (Offset && !find(at(Offset)))
      insert(Offset);
}

/// 0 where there is none.
StringOffset StringTable::find(std::string_view Text) const {
  if (Slots.empty())
    return 0;
  size_t Mask = Slots.size() - 1;
  for (size_t Slot = hash(Text) & Mask; Slots[Slot]; Slot = (Slot + 1) & Mask)
    if (at(Slots[Slot]) == Text)
      return Slots[Slot];
  return 0;
}

StringOffset StringTable::add(std::string_view Text) {
  if (Text.empty())
    return 0;
  if (Slots.empty() || Used * 2 >= Slots.size())
    index();
  for (const StringTable *Table = this; Table; Table = Table->Base) {
    if (Table->Slots.empty())
      Table->index();
    if (StringOffset Known = Table->find(Text))
      return Known;
  }
  StringOffset Offset = end();
  Block.append(Text).push_back('\0');
  insert(Offset);
  return Offset;
}

} // namespace bpf::btf
