// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A type's natural alignment is that of the scalar in it with the largest.
#include "btf/dwarf/Packed.h"

namespace bpf::btf::dwarf {

namespace {

class Alignment {
public:
  explicit Alignment(const Entries &Of) : Of(Of) {}

  uint64_t natural(uint32_t Offset);

private:
  const Entries &Of;
  unsigned StepsLeft = 1 << 12; ///< of damaged files, in which types lie in themselves, or in too many
  unsigned Depth = 0;
};

} // namespace

uint64_t Alignment::natural(uint32_t Offset) {
  constexpr unsigned MostDepth = 32;
  Index At = Offset && Depth < MostDepth && StepsLeft ? Of.at(Offset) : NoIndex;
  if (At == NoIndex)
    return 1;
  --StepsLeft;
  const Entry &E = Of.All[At];
  uint64_t Largest = 1;
  ++Depth;
  switch (E.What) {
  case TagPointerType:
    Largest = Of.unit().AddressBytes;
    break;
  case TagBaseType:
  case TagEnumerationType:
    Largest = std::max<uint64_t>(E.Size, 1);
    break;
  case TagStructureType:
  case TagUnionType:
    for (Index M = E.FirstPart; M != NoIndex && StepsLeft; M = Of.Parts[M].Next)
      Largest = std::max(Largest, natural(Of.Parts[M].Of));
    break;
  default:
    Largest = natural(E.Of);
  }
  --Depth;
  return Largest;
}

bool isPacked(const Entries &Of, const Entry &Structure) {
  Alignment Known(Of);
  uint64_t Largest = 1;
  for (Index M = Structure.FirstPart; M != NoIndex; M = Of.Parts[M].Next) {
    const Part &Member = Of.Parts[M];
    if (Member.What != TagMember || Member.BitSize)
      continue;
    uint64_t Natural = Known.natural(Member.Of);
    if (Member.Value % (Natural * 8))
      return true;
    Largest = std::max(Largest, Natural);
  }
  return Structure.Size % Largest;
}

} // namespace bpf::btf::dwarf
