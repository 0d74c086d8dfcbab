// A type's natural alignment is that of the scalar in it with the largest.
#include "btf/dwarf/Packed.h"

namespace bpf::btf::dwarf {

// Of damaged files, in which types lie in themselves, or in too many.
static constexpr unsigned MostDepth = 8, MostMembers = 1 << 12;

static uint64_t alignmentOf(const Entries &Of, uint32_t Offset, unsigned Depth) {
  Index At = Offset && Depth < MostDepth ? Of.at(Offset) : NoIndex;
  if (At == NoIndex)
    return 1;
  const Entry &E = Of.All[At];
  switch (E.What) {
  case TagPointerType:
    return Of.unit().AddressBytes;
  case TagBaseType:
  case TagEnumerationType:
    return std::max<uint64_t>(E.Size, 1);
  case TagStructureType:
  case TagUnionType: {
    uint64_t Largest = 1;
    unsigned Members = 0;
    for (Index M = E.FirstPart; M != NoIndex && Members < MostMembers >> Depth; M = Of.Parts[M].Next, ++Members)
      Largest = std::max(Largest, alignmentOf(Of, Of.Parts[M].Of, Depth + 1));
    return Largest;
  }
  default:
    return alignmentOf(Of, E.Of, Depth + 1);
  }
}

bool isPacked(const Entries &Of, const Entry &Structure) {
  uint64_t Largest = 1;
  for (Index M = Structure.FirstPart; M != NoIndex; M = Of.Parts[M].Next) {
    const Part &Member = Of.Parts[M];
    if (Member.What != TagMember || Member.BitSize)
      continue;
    uint64_t Own = alignmentOf(Of, Member.Of, 0);
    if (Member.Value % (Own * 8))
      return true;
    Largest = std::max(Largest, Own);
  }
  return Structure.Size % Largest;
}

} // namespace bpf::btf::dwarf
