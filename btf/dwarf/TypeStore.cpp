// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A key has 64 bits: of the 200,000 different types of a kernel two share one with a probability of 1 in a billion.
#include "btf/dwarf/TypeStore.h"
#include <cstring>

namespace bpf::btf::dwarf {

static uint64_t mixed(uint64_t Hash, uint64_t Word) {
  __uint128_t Product = __uint128_t(Hash ^ Word) * 0x9e3779b97f4a7c15;
  return uint64_t(Product) ^ uint64_t(Product >> 64) ^ Hash << 1;
}

static uint64_t endHash(uint64_t Hash, uint64_t Rest) { return mixed(mixed(Hash, Rest), 0x2545f4914f6cdd1d); }

uint64_t hashText(std::string_view Text) {
  uint64_t Hash = Text.size() + 1;
  for (; Text.size() >= sizeof(uint64_t); Text.remove_prefix(sizeof(uint64_t))) {
    uint64_t Word;
    std::memcpy(&Word, Text.data(), sizeof(Word));
    Hash = mixed(Hash, Word);
  }
  uint64_t Rest = 0;
  std::memcpy(&Rest, Text.data(), Text.size());
  return endHash(Hash, Rest);
}

/// The same of a text that is short, as those that lie in .debug_info are; nothing where it is not.
static std::optional<uint64_t> hashShort(const char *Text) {
  constexpr bool IsLittle = std::endian::native == std::endian::little;
  uint64_t Word = 0;
  for (unsigned Length = 0; Length < sizeof(Word); ++Length) {
    if (!Text[Length])
      return Length ? endHash(Length + 1, Word) : 0;
    Word |= uint64_t(uint8_t(Text[Length])) << 8 * (IsLittle ? Length : sizeof(Word) - 1 - Length);
  }
  return std::nullopt;
}

Key keyOfName(Kind What, uint64_t NameHash) { return mixed(mixed(uint64_t(What) + 1, NameHash), 77) | 1; }

TypeStore::TypeStore(ByteView Passing) : Slots(1 << 12), Hashes(1 << 17), Passing(Passing) {}

const char *TypeStore::keep(const char *Text) {
  constexpr size_t Piece = 1 << 14;
  if (Text && !*Text)
    return nullptr;
  if (!Text || Text < Passing.data() || Text >= Passing.data() + Passing.size())
    return Text;
  size_t Length = std::strlen(Text) + 1;
  if (Length > TextRoom) {
    TextRoom = std::max(Piece, Length);
    Texts.push_back(std::make_unique<char[]>(TextRoom));
    PieceBytes = TextRoom;
  }
  char *Copy = Texts.back().get() + (PieceBytes - TextRoom);
  TextRoom -= Length;
  return static_cast<const char *>(std::memcpy(Copy, Text, Length));
}

uint64_t TypeStore::hashOf(const char *Text) {
  if (!Text)
    return 0;
  if (Text >= Passing.data() && Text < Passing.data() + Passing.size())
    if (std::optional<uint64_t> Hash = hashShort(Text))
      return *Hash;
  uintptr_t Place = reinterpret_cast<uintptr_t>(Text);
  Hashed &Slot = Hashes[(Place * 0x9e3779b97f4a7c15) >> 47];
  if (Slot.Text != Text)
    Slot = {Text, *Text ? hashText(Text) : 0};
  return Slot.Hash;
}

void TypeStore::grow() {
  std::vector<Key> Old(Slots.size() * 2);
  Old.swap(Slots);
  for (Key K : Old)
    if (K) {
      size_t At = K >> 1 & (Slots.size() - 1);
      while (Slots[At])
        At = (At + 1) & (Slots.size() - 1);
      Slots[At] = K;
    }
}

/// \returns false where it is there.
bool TypeStore::insert(Key K) {
  size_t At = K >> 1 & (Slots.size() - 1);
  for (; Slots[At]; At = (At + 1) & (Slots.size() - 1))
    if (Slots[At] == K)
      return false;
  Slots[At] = K;
  if (Kept.size() * 3 > Slots.size() * 2)
    grow();
  return true;
}

Key TypeStore::end(size_t Begin, uint64_t Order) {
  const TypeRecord &Of = OpenRecords.back();
  size_t Count = OpenElements.size() - Begin;
  uint64_t Hash = mixed(
      uint64_t(Of.What) | uint64_t(Of.Flag) << 8 | uint64_t(Of.IsOfFunction) << 9 | uint64_t(Count) << 32, Of.Size);
  Hash = mixed(mixed(mixed(Hash, Of.Detail), Of.Target), hashOf(Of.Name));
  for (size_t Index = Begin; Index < OpenElements.size(); ++Index) {
    const Element &Each = OpenElements[Index];
    Hash = mixed(Hash, hashOf(Each.Name) + std::rotl(Each.Value * 0xd6e8feb86659fd93, 29) +
                           std::rotl(Each.More * 0xa0761d6478bd642f, 47));
  }
  Key Result = mixed(Hash, 99) & ~Key(1);
  Result += Result == 0 ? 2 : 0;
  if (insert(Result)) {
    MostElements = std::max(MostElements, Count);
    Kept.push_back({Result, Order, uint32_t(Elements.size()), uint32_t(Count)});
    Records.push_back(Of);
    Records.back().Name = keep(Of.Name);
    for (size_t Index = Begin; Index < OpenElements.size(); ++Index) {
      Elements.push_back(OpenElements[Index]);
      Elements.back().Name = keep(Elements.back().Name);
    }
  }
  OpenElements.resize(Begin);
  OpenRecords.pop_back();
  return Result;
}

} // namespace bpf::btf::dwarf
