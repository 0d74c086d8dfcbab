// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Headers of units, DWARF 4 and 5, section 7.5.1.
#include "btf/dwarf/Units.h"
#include "btf/dwarf/Constants.h"
#include "btf/dwarf/Cursor.h"

namespace bpf::btf::dwarf {

static Result<Unit> readHeader(const Sections &From, size_t Offset) {
  Cursor In(From.Info, From.Order, Offset);
  Unit New = {};
  uint32_t Length = In.fixed<uint32_t>();
  if (Length >= 0xfffffff0)
    return Error{"DWARF of 64 bits (-gdwarf64) is not supported"};
  New.Offset = Offset;
  New.Bytes = size_t(Length) + sizeof(Length);
  New.Version = In.fixed<uint16_t>();
  if (New.Version < 4 || New.Version > 5)
    return makeError("DWARF ", New.Version, " is not supported: compile with -gdwarf-5");
  if (New.Version == 5) {
    uint8_t Type = In.byte();
    if (Type == UnitSkeleton || Type == UnitSplitCompile)
      return Error{"its debug information is in a .dwo file, which is not supported: compile without -gsplit-dwarf"};
    if (Type == UnitPartial)
      return Error{"debug information that dwz has split is not supported"};
    if (Type != UnitCompile)
      return makeError("units of type ", Type, " are not supported");
    New.AddressBytes = In.byte();
  }
  New.Abbreviations = In.fixed<uint32_t>();
  if (New.Version == 4)
    New.AddressBytes = In.byte();
  New.HeaderBytes = In.offset() - Offset;
  if (In.isBad() || New.Bytes > From.Info.size() - Offset || New.Bytes < New.HeaderBytes)
    return Error{"a unit of the debug information is truncated"};
  if (New.AddressBytes != 4 && New.AddressBytes != 8)
    return makeError("addresses of ", New.AddressBytes, " bytes are not supported");
  return New;
}

Result<std::vector<Unit>> unitsOf(const Sections &In, const std::function<void(ByteView)> &Release) {
  constexpr size_t Piece = 4 << 20;
  size_t Released = 0;
  std::vector<Unit> Units;
  for (size_t Offset = 0; Offset < In.Info.size(); Offset += Units.back().Bytes) {
    Result<Unit> Next = readHeader(In, Offset);
    if (!Next)
      return Next.error();
    Units.push_back(*Next);
    if (size_t End = Offset + Next->HeaderBytes; Release && End - Released > Piece) {
      Release(In.Info.subspan(Released, End - Released));
      Released = End;
    }
  }
  if (Release)
    Release(In.Info.subspan(Released));
  return Units;
}

} // namespace bpf::btf::dwarf
