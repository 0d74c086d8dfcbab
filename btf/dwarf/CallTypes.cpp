// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A chain of types is followed up to the first that has a name.
#include "btf/dwarf/CallTypes.h"

namespace bpf::btf::dwarf {

namespace {

class CallTypes {
public:
  CallTypes(const Entries &Of, TypeStore &Store) : Of(Of), Store(Store) {}

  Key function(const Entry &F) {
    Key Own = type(F.Of, 0);
    for (Index At = F.FirstPart; At != NoIndex; At = Of.Parts[At].Next)
      if (const Part &P = Of.Parts[At]; P.What == TagFormalParameter)
        Own = with(Own, Kind::FunctionPrototype, type(P.Of, 0));
      else if (P.What == TagUnspecifiedParameters)
        Own = with(Own, Kind::FunctionPrototype, 0);
    return Own;
  }

private:
  static Key with(Key Before, Kind What, uint64_t Word) {
    return keyOfName(What, (Before * 31 + 7) ^ Word * 0x9e3779b97f4a7c15);
  }
  Key type(uint32_t Offset, unsigned Depth);
  bool step(const Entry &E, Key &Own, unsigned Depth);

  const Entries &Of;
  TypeStore &Store;
  unsigned StepsLeft = 1 << 12; ///< of damaged files, in which types go in circles
};

} // namespace

/// Adds what the entry says; false where what it is of does not count.
bool CallTypes::step(const Entry &E, Key &Own, unsigned Depth) {
  auto named = [&](Kind What) {
    Own = with(Own, What, Store.hashOf(E.Name));
    return false;
  };
  switch (E.What) {
  case TagConstType:
  case TagAtomicType:
    return true;
  case TagTypedef:
    return named(Kind::Typedef);
  case TagStructureType:
  case TagClassType:
    return named(Kind::Struct);
  case TagUnionType:
    return named(Kind::Union);
  case TagEnumerationType:
    return named(E.Size > sizeof(int) ? Kind::Enum64 : Kind::Enum);
  case TagBaseType:
    Own = with(Own, Kind::Int, uint64_t(E.Size) << 8 | E.Encoding);
    return named(Kind::Int);
  case TagVolatileType:
    Own = with(Own, Kind::Volatile, 0);
    return true;
  case TagRestrictType:
    Own = with(Own, Kind::Restrict, 0);
    return true;
  case TagPointerType:
  case TagReferenceType:
  case TagRvalueReferenceType:
    Own = with(Own, Kind::Pointer, 0);
    for (Index At = E.FirstPart; At != NoIndex; At = Of.Parts[At].Next)
      if (tagText(Of.Parts[At], "btf_type_tag"))
        Own = with(Own, Kind::TypeTag, 0);
    return true;
  case TagArrayType:
    Own = with(Own, Kind::Array, 0);
    for (Index At = E.FirstPart; At != NoIndex; At = Of.Parts[At].Next)
      if (Of.Parts[At].What == TagSubrangeType)
        Own = with(Own, Kind::Array, Of.Parts[At].Value);
    return true;
  case TagSubroutineType:
    for (Index At = E.FirstPart; At != NoIndex; At = Of.Parts[At].Next)
      Own = with(Own, Kind::FunctionPrototype, type(Of.Parts[At].Of, Depth + 1));
    return true;
  default:
    return false;
  }
}

Key CallTypes::type(uint32_t Offset, unsigned Depth) {
  constexpr unsigned MostDepth = 8;
  Key Own = 1;
  while (Offset && Depth < MostDepth && StepsLeft) {
    --StepsLeft;
    Index At = Of.at(Offset);
    if (At == NoIndex || !step(Of.All[At], Own, Depth))
      break;
    Offset = Of.All[At].Of;
  }
  return Own;
}

Key callTypes(const Entries &Of, const Entry &Function, TypeStore &Store) {
  return CallTypes(Of, Store).function(Function);
}

} // namespace bpf::btf::dwarf
