// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// One walk over the members, in the order of their offsets, with the end of the last one in hand.
#include "btf/print/Gaps.h"
#include "btf/print/Declaration.h"

namespace bpf::btf {

BitUnit unitOf(const TypeGraph &Types, const Member &BitField) {
  uint64_t Size = std::max<uint64_t>(sizeOf(Types, BitField.Of).value_or(1), 1);
  uint64_t Byte = BitField.BitOffset / 8 / Size * Size;
  uint64_t End = BitField.BitOffset + BitField.BitSize;
  if (End > (Byte + Size) * 8)
    Byte = BitField.BitOffset / 8;
  return {Byte, std::max((Byte + Size) * 8, End)};
}

namespace {

class Walk {
public:
  Walk(const TypeGraph &Types, Gaps &Found) : Types(Types), Found(Found) {}
  void member(const Member &M);
  void end(uint64_t Bits);

private:
  /// Counts the bits that the last bit-field leaves in its unit, up to \p Limit.
  uint64_t takeBits(uint64_t Limit);

  const TypeGraph &Types;
  Gaps &Found;
  uint64_t End = 0;     ///< in bits, of all that was seen
  uint64_t UnitEnd = 0; ///< of the bit-field that was seen last; 0 where no bit-field was
};

} // namespace

uint64_t Walk::takeBits(uint64_t Limit) {
  uint64_t To = std::min(Limit, UnitEnd);
  return To > End ? To - std::exchange(End, To) : 0;
}

void Walk::member(const Member &M) {
  Gap Here{takeBits(M.BitOffset), 0};
  uint64_t Start = M.BitOffset;
  if (M.BitSize) {
    uint64_t UnitStart = unitOf(Types, M).Byte * 8;
    if (End < UnitStart)
      Here.Bytes = (UnitStart - std::exchange(End, UnitStart)) / 8;
    Here.Bits += Start > End ? Start - End : 0;
  } else if (Start > End) {
    Here.Bytes = Start / 8 - End / 8;
  }
  uint64_t Size = M.BitSize ? M.BitSize : sizeOf(Types, M.Of).value_or(0) * 8;
  (M.BitSize ? Found.FieldBits : Found.MemberBytes) += M.BitSize ? Size : Size / 8;
  End = Start + Size;
  UnitEnd = M.BitSize ? std::max(UnitEnd, unitOf(Types, M).EndBits) : 0;
  Found.Holes += Here.Bytes != 0;
  Found.HoleBytes += Here.Bytes;
  Found.BitHoles += Here.Bits != 0;
  Found.HoleBits += Here.Bits;
  Found.Before.push_back(Here);
}

void Walk::end(uint64_t Bits) {
  Found.AtEnd.Bits = takeBits(Bits);
  Found.AtEnd.Bytes = Bits > End ? (Bits - End) / 8 : 0;
}

Gaps gapsOf(const TypeGraph &Types, TypeId Structure) {
  Gaps Found;
  if (Types[Structure].What != Kind::Struct) {
    Found.Before.resize(Types.members(Structure).size());
    return Found;
  }
  Walk Along(Types, Found);
  for (const Member &Each : Types.members(Structure))
    Along.member(Each);
  if (!Found.Before.empty())
    Along.end(uint64_t(Types[Structure].Size) * 8);
  return Found;
}

} // namespace bpf::btf
