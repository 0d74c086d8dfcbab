// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A location is an expression, or a list of them with the code that each is for (DWARF 5, 7.29, and DWARF 4, 7.7.3).
// Locations at a function's entry are the first of a list, and any that has the value at entry.
#include "btf/dwarf/Locations.h"

namespace bpf::btf::dwarf {

/// Of damaged files, so that lists without an end are left.
static constexpr unsigned MostEntries = 4096;

Register Locations::inExpression(Cursor &In, uint64_t Length, unsigned Number, bool IsLarge) const {
  const char *Begin = In.place();
  In.skip(Length);
  if (In.isBad())
    return std::nullopt;
  Expression Read = readExpression({Begin, size_t(Length)}, From.Order, Of.unit().AddressBytes);
  bool IsFirst = Number == 0;
  if (Read.Operations > 1)
    return IsLarge ? Read.Any : IsFirst ? Read.First : std::nullopt;
  return Read.AtEntry ? Read.AtEntry : IsFirst ? Read.Whole : std::nullopt;
}

/// Passes over the code that an entry of a list is for; false where no expression follows.
bool Locations::passAddresses(Cursor &In, uint8_t What) const {
  unsigned Bytes = Of.unit().AddressBytes;
  switch (What) {
  case ListBaseAddressIndex:
    In.unsignedNumber();
    return false;
  case ListBaseAddress:
    In.skip(Bytes);
    return false;
  case ListViewPair:
    In.unsignedNumber();
    In.unsignedNumber();
    return false;
  case ListStartIndexEndIndex:
  case ListStartIndexLength:
  case ListOffsetPair:
    In.unsignedNumber();
    In.unsignedNumber();
    return true;
  case ListStartEnd:
    In.skip(uint64_t(Bytes) * 2);
    return true;
  case ListStartLength:
    In.skip(Bytes);
    In.unsignedNumber();
    return true;
  default:
    return true;
  }
}

Register Locations::inList(Cursor In, bool IsLarge) const {
  unsigned Number = 0;
  for (unsigned Entries = 0; Entries < MostEntries; ++Entries) {
    uint8_t What = In.byte();
    if (What == ListEnd || What > ListViewPair || In.isBad())
      return std::nullopt;
    if (!passAddresses(In, What))
      continue;
    if (Register Found = inExpression(In, In.unsignedNumber(), Number++, IsLarge))
      return Found;
  }
  return std::nullopt;
}

Register Locations::inOldList(Cursor In, bool IsLarge) const {
  bool IsLong = Of.unit().AddressBytes == 8;
  auto ReadAddress = [&] { return IsLong ? In.fixed<uint64_t>() : In.fixed<uint32_t>(); };
  uint64_t IsBase = IsLong ? ~uint64_t(0) : ~uint32_t(0);
  unsigned Number = 0;
  for (unsigned Entries = 0; Entries < MostEntries; ++Entries) {
    uint64_t Begin = ReadAddress(), End = ReadAddress();
    if (In.isBad() || (!Begin && !End))
      return std::nullopt;
    if (Begin == IsBase)
      continue;
    if (Register Found = inExpression(In, In.fixed<uint16_t>(), Number++, IsLarge))
      return Found;
  }
  return std::nullopt;
}

ByteView Locations::listsRead() const {
  ByteView All = Of.unit().Version >= 5 ? From.LocationLists : From.OldLocationLists;
  return FirstList <= LastList && LastList < All.size() ? All.subspan(FirstList, LastList - FirstList) : ByteView();
}

Register Locations::atOffset(uint64_t Offset, bool IsLarge) {
  FirstList = std::min(FirstList, Offset);
  LastList = std::max(LastList, Offset);
  if (Of.unit().Version >= 5)
    return inList(Cursor(From.LocationLists, From.Order, Offset), IsLarge);
  return inOldList(Cursor(From.OldLocationLists, From.Order, Offset), IsLarge);
}

Register Locations::passedIn(const Part &Parameter, bool IsLarge) {
  Location At = Parameter.location();
  size_t Offset = At.Place - From.Info.data();
  Cursor In(From.Info, From.Order, Offset);
  switch (At.Form) {
  case FormExprloc:
  case FormBlock:
    return inExpression(In, In.unsignedNumber(), 0, IsLarge);
  case FormBlock1:
    return inExpression(In, In.byte(), 0, IsLarge);
  case FormBlock2:
    return inExpression(In, In.fixed<uint16_t>(), 0, IsLarge);
  case FormBlock4:
    return inExpression(In, In.fixed<uint32_t>(), 0, IsLarge);
  case FormSecOffset:
    return atOffset(In.fixed<uint32_t>(), IsLarge);
  case FormLoclistx: {
    uint64_t Base = Of.locationListsBase();
    Cursor Offsets(From.LocationLists, From.Order, Base + In.unsignedNumber() * sizeof(uint32_t));
    return atOffset(Base + Offsets.fixed<uint32_t>(), IsLarge);
  }
  default:
    return std::nullopt;
  }
}

} // namespace bpf::btf::dwarf
