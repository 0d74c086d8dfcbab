// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Where parameters are.
#ifndef BPFTOOLCHAIN_BTF_DWARF_LOCATIONS_H
#define BPFTOOLCHAIN_BTF_DWARF_LOCATIONS_H

#include "btf/dwarf/Entries.h"
#include "btf/dwarf/Expressions.h"

namespace bpf::btf::dwarf {

/// Of one unit.
class Locations {
public:
  Locations(const Sections &From, const Entries &Of) : From(From), Of(Of) {}

  /// The register in which a parameter with a location is handed over; none where that is not said, as of what is on
  /// the stack, or where the location cannot be read. \p IsLarge: it takes several registers.
  Register passedIn(const Part &Parameter, bool IsLarge);
  /// From the first to the last list that was looked at.
  ByteView listsRead() const;

private:
  Register atOffset(uint64_t Offset, bool IsLarge);
  Register inList(Cursor In, bool IsLarge) const;
  Register inOldList(Cursor In, bool IsLarge) const;
  Register inExpression(Cursor &In, uint64_t Length, unsigned Number, bool IsLarge) const;
  bool passAddresses(Cursor &In, uint8_t What) const;

  const Sections &From;
  const Entries &Of;
  uint64_t FirstList = ~uint64_t(0), LastList = 0;
};

} // namespace bpf::btf::dwarf

#endif
