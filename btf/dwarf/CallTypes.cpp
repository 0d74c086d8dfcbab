// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A chain of types is followed up to the first that has a name.
#include "btf/dwarf/CallTypes.h"

namespace bpf::btf::dwarf {

namespace {

class CallTypes {
public:
  CallTypes(const Entries &Of, TypeStore &Store) : Of(Of), Store(Store) {}

  Key function(const Entry &F) {
    Key Hash = type(F.Of, 0);
    for (Index At = F.FirstPart; At != NoIndex; At = Of.Parts[At].Next)
      if (const Part &P = Of.Parts[At]; P.What == TagFormalParameter)
        Hash = with(Hash, Kind::FunctionPrototype, type(P.Of, 0));
      else if (P.What == TagUnspecifiedParameters)
        Hash = with(Hash, Kind::FunctionPrototype, 0);
    return Hash;
  }

private:
  static Key with(Key Before, Kind What, uint64_t Word) {
    return keyOfName(What, (Before * 31 + 7) ^ Word * 0x9e3779b97f4a7c15);
  }
  Key type(uint32_t Offset, unsigned Depth);
  bool step(const Entry &E, Key &Hash, unsigned Depth);

  const Entries &Of;
  TypeStore &Store;
  unsigned StepsLeft = 1 << 12; ///< of damaged files, in which types go in circles
};

} // namespace

/// Adds the contents of the entry; false if its target does not count.
bool CallTypes::step(const Entry &E, Key &Hash, unsigned Depth) {
  auto WithName = [&](Kind What) {
    Hash = with(Hash, What, Store.hashOf(E.Name));
    return false;
  };
  switch (E.What) {
  case TagConstType:
  case TagAtomicType:
    return true;
  case TagTypedef:
    return WithName(Kind::Typedef);
  case TagStructureType:
  case TagClassType:
    return WithName(Kind::Struct);
  case TagUnionType:
    return WithName(Kind::Union);
  case TagEnumerationType:
    return WithName(E.Size > sizeof(int) ? Kind::Enum64 : Kind::Enum);
  case TagBaseType:
    Hash = with(Hash, Kind::Int, uint64_t(E.Size) << 8 | E.Encoding);
    return WithName(Kind::Int);
  case TagVolatileType:
    Hash = with(Hash, Kind::Volatile, 0);
    return true;
  case TagRestrictType:
    Hash = with(Hash, Kind::Restrict, 0);
    return true;
  case TagPointerType:
  case TagReferenceType:
  case TagRvalueReferenceType:
    Hash = with(Hash, Kind::Pointer, 0);
    for (Index At = E.FirstPart; At != NoIndex; At = Of.Parts[At].Next)
      if (tagText(Of.Parts[At], "btf_type_tag"))
        Hash = with(Hash, Kind::TypeTag, 0);
    return true;
  case TagArrayType:
    Hash = with(Hash, Kind::Array, 0);
    for (Index At = E.FirstPart; At != NoIndex; At = Of.Parts[At].Next)
      if (Of.Parts[At].What == TagSubrangeType)
        Hash = with(Hash, Kind::Array, Of.Parts[At].Value);
    return true;
  case TagSubroutineType:
    for (Index At = E.FirstPart; At != NoIndex; At = Of.Parts[At].Next)
      Hash = with(Hash, Kind::FunctionPrototype, type(Of.Parts[At].Of, Depth + 1));
    return true;
  default:
    return false;
  }
}

Key CallTypes::type(uint32_t Offset, unsigned Depth) {
  constexpr unsigned MostDepth = 8;
  Key Hash = 1;
  while (Offset && Depth < MostDepth && StepsLeft) {
    --StepsLeft;
    Index At = Of.at(Offset);
    if (At == NoIndex || !step(Of.All[At], Hash, Depth))
      break;
    Offset = Of.All[At].Of;
  }
  return Hash;
}

Key callTypes(const Entries &Of, const Entry &Function, TypeStore &Store) {
  return CallTypes(Of, Store).function(Function);
}

} // namespace bpf::btf::dwarf
