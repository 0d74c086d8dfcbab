// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Types, each kept once. The contents of a type are a row of words; their hash is its key, by which others refer to it.
#ifndef BPFTOOLCHAIN_BTF_DWARF_TYPESTORE_H
#define BPFTOOLCHAIN_BTF_DWARF_TYPESTORE_H

#include "btf/BTF.h"

namespace bpf::btf::dwarf {

/// Stands for a type in all units: 0 is void. An odd key is a structure's or a union's by its kind and name alone, as
/// pointers refer to it, so that two that point to each other can be told; an even one is that of all that a type says.
using Key = uint64_t;

/// Sixty-four bits of a string, for keys.
uint64_t hashText(std::string_view Text);
Key keyOfName(Kind What, uint64_t NameHash);

/// The contents of a type, and of each element.
struct TypeRecord {
  Kind What;
  bool Flag = false;
  uint32_t Size = 0, Detail = 0;
  Key Target = 0;
  const char *Name = nullptr;
  bool IsOfFunction = false; ///< a prototype that only counts where its function does
};
struct Element {
  const char *Name = nullptr;
  /// The key of its type, or an enumerator's value.
  uint64_t Value = 0;
  /// A member's place in bits and, from bit 32 on, the size of its bit-field; an array's count.
  uint64_t More = 0;
};

/// A type that is being added to the store. Types are built while others are, so that each is a part of one stack.
class TypeStore {
public:
  /// Texts that lie in \p Passing are copied where they are kept: the pages of a unit are let go after it.
  explicit TypeStore(ByteView Passing);

  /// Begins a type; its elements follow.
  size_t begin(const TypeRecord &Of) {
    OpenRecords.push_back(Of);
    return OpenElements.size();
  }
  void add(const Element &Each) { OpenElements.push_back(Each); }
  /// Ends the type that was begun last, and keeps it if it is new. \p Order decides which of equal ones is the first.
  Key end(size_t Begin, uint64_t Order);

  /// The largest number of elements that a type has.
  size_t mostElements() const { return MostElements; }
  size_t size() const { return Kept.size(); }
  Key key(size_t Number) const { return Kept[Number].Hash; }
  uint64_t order(size_t Number) const { return Kept[Number].Order; }
  const TypeRecord &record(size_t Number) const { return Records[Number]; }
  std::span<const Element> elements(size_t Number) const {
    return std::span(Elements).subspan(Kept[Number].FirstElement, Kept[Number].ElementCount);
  }
  /// The same text, for as long as the store lives.
  const char *keep(const char *Text);
  /// The hash of a text in the file, 0 of none: the same few thousand names come again and again, and are not read
  /// again.
  uint64_t hashOf(const char *Text);

private:
  struct Row {
    Key Hash;
    uint64_t Order;
    uint32_t FirstElement, ElementCount;
  };
  bool insert(Key K);
  void grow();

  size_t MostElements = 0;
  std::vector<TypeRecord> OpenRecords;
  std::vector<Element> OpenElements;
  std::vector<Row> Kept;
  std::vector<TypeRecord> Records; ///< of each row
  std::vector<Element> Elements;
  std::vector<Key> Slots; ///< open addressing; 0 is free
  struct Hashed {
    const char *Text;
    uint64_t Hash;
  };
  std::vector<Hashed> Hashes; ///< by the text's place
  ByteView Passing;
  std::vector<std::unique_ptr<char[]>> Texts; ///< in pieces, which stay where they are
  size_t PieceBytes = 0, TextRoom = 0;        ///< of the last piece, and what is left of it
};

} // namespace bpf::btf::dwarf

#endif
