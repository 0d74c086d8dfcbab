// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Entries that always lie in the same way: nearly all types and members say a name, a type and one number, each at a
// place of its own, and are read without going from one value to the next.
#ifndef BPFTOOLCHAIN_BTF_DWARF_FIXEDLAYOUT_H
#define BPFTOOLCHAIN_BTF_DWARF_FIXEDLAYOUT_H

#include "btf/dwarf/Constants.h"
#include "btf/dwarf/Cursor.h"

namespace bpf::btf::dwarf {

struct Step;

/// Places are counted in bytes from where the values begin. A name is an offset of four bytes in .debug_str, a type one
/// of four bytes in the unit.
struct FixedLayout {
  static constexpr uint16_t NoPlace = ~uint16_t(0);

  bool IsOne = false;      ///< otherwise the other members are not set
  uint8_t NumberBytes = 0; ///< 0, 1, 2
  uint16_t Bytes = 0;
  uint16_t NameAt = NoPlace, OfAt = NoPlace, NumberAt = NoPlace;
  uint64_t Number = 0; ///< if it has no place: from the abbreviation
};

struct FixedValues {
  const char *Name; ///< in the file; nullptr where there is none
  uint64_t Number;
  uint32_t Of;
};

/// Reads them, and passes over the entry. False, with nothing read, where something is out of bounds: what reads step
/// by step says what it is.
inline bool readFixed(const FixedLayout &Layout, Cursor &In, ByteView Strings, size_t UnitBytes, FixedValues &Into) {
  constexpr uint16_t NoPlace = FixedLayout::NoPlace;
  if (In.left() < Layout.Bytes)
    return false;
  uint32_t Name = Layout.NameAt != NoPlace ? In.ahead<uint32_t>(Layout.NameAt) : 0;
  Into.Of = Layout.OfAt != NoPlace ? In.ahead<uint32_t>(Layout.OfAt) : 0;
  if ((Layout.NameAt != NoPlace && Name >= Strings.size()) || Into.Of >= UnitBytes)
    return false;
  Into.Name = Layout.NameAt != NoPlace ? Strings.data() + Name : nullptr;
  Into.Number = Layout.NumberBytes == 1   ? In.ahead<uint8_t>(Layout.NumberAt)
                : Layout.NumberBytes == 2 ? In.ahead<uint16_t>(Layout.NumberAt)
                                          : Layout.Number;
  In.skip(Layout.Bytes);
  return true;
}

/// How an entry of that kind lies, if it is a type, a member or a parameter that says nothing but its name, what it is
/// of, and its size or where in a structure it is, each in a form that compilers use.
FixedLayout fixedLayout(Tag What, std::span<const Step> Steps);

} // namespace bpf::btf::dwarf

#endif
