// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The contents of a type in BTF (with the rules of pahole: dwarf_loader.c and btf_encoder.c). A structure or a union
// with a name is referred to by it, so that circles end there.
#include "btf/dwarf/TypeKeys.h"
#include "btf/Nesting.h"
#include <functional>
#include <numeric>

namespace bpf::btf::dwarf {

static Kind compositeKind(Tag What) { return What == TagUnionType ? Kind::Union : Kind::Struct; }
static bool isComposite(Tag What) { return What == TagStructureType || What == TagUnionType || What == TagClassType; }

Key TypeKeys::referred(uint32_t Offset) { return Offset ? referredAt(Of.at(Offset)) : 0; }

Key TypeKeys::referredAt(Index At) {
  if (At == NoIndex) {
    if (!Features.contains(Feature::EncodeForce))
      reject({"BTF cannot represent a type; encode_force replaces it by void"});
    return 0;
  }
  const Entry &E = Of.All[At];
  if (isComposite(E.What))
    if (uint64_t Name = Store.hashOf(E.Name))
      return keyOfName(compositeKind(E.What), Name);
  return key(At);
}

/// A type within another is identified by its contents, not by its name: drivers have structures of one name that
/// differ in size. What contains cannot be contained, so that this ends.
Key TypeKeys::contained(uint32_t Offset) {
  if (!Offset)
    return 0;
  Index At = Of.at(Offset);
  bool IsDefined = At != NoIndex && isComposite(Of.All[At].What) && !Of.All[At].IsDeclaration;
  return IsDefined && !Of.All[At].IsOpen ? key(At) : referredAt(At);
}

Key TypeKeys::key(Index At) {
  if (Of.All[At].Key)
    return Of.All[At].Key;
  if (Of.All[At].IsOpen || Depth > MaxNesting) {
    reject({"a type contains itself, or is nested too deeply"});
    return 0;
  }
  Of.All[At].IsOpen = true;
  ++Depth;
  Key Result = make(Of.All[At]);
  if (Store.mostElements() > UINT16_MAX)
    reject({"a type has more than 65535 members or enumerators, which BTF cannot represent"});
  --Depth;
  Of.All[At].IsOpen = false;
  return Of.All[At].Key = Result;
}

Key TypeKeys::make(Entry &E) {
  switch (E.What) {
  case TagBaseType:
    return integer(E);
  case TagPointerType:
  case TagReferenceType:
  case TagRvalueReferenceType:
    return pointer(E);
  case TagConstType:
    return reference(E, Kind::Const);
  case TagVolatileType:
    return reference(E, Kind::Volatile);
  case TagRestrictType:
    return reference(E, Kind::Restrict);
  case TagTypedef:
    return reference(E, Kind::Typedef);
  case TagAtomicType:
    return referred(E.Of);
  case TagArrayType:
    return array(E);
  case TagStructureType:
  case TagClassType:
  case TagUnionType:
    return composite(E, compositeKind(E.What));
  case TagEnumerationType:
    return enumeration(E);
  case TagSubroutineType:
    return prototype(E);
  default:
    return 0;
  }
}

Key TypeKeys::plain(const TypeRecord &Record, const Entry &E) {
  return Store.end(Store.begin(Record), order(E.Offset));
}

Key TypeKeys::reference(const Entry &E, Kind What) {
  Key Result = plain({.What = What, .Target = referred(E.Of), .Name = E.Name}, E);
  if (What == Kind::Typedef && Of.HasAnnotations)
    declarationTags(E, Result);
  return Result;
}

/// Tags are between the pointer and its type, the last one written next to the pointer.
Key TypeKeys::pointer(const Entry &E) {
  Key Target = referred(E.Of);
  if (Features.contains(Feature::TypeTag))
    eachPart(E, [&](const Part &P) {
      if (const char *Text = tagText(P, "btf_type_tag"))
        Target = plain({.What = Kind::TypeTag, .Target = Target, .Name = Text}, E);
    });
  return plain({.What = Kind::Pointer, .Target = Target}, E);
}

Key TypeKeys::integer(const Entry &E) {
  bool IsFloat = E.Encoding == EncodingFloat || E.Encoding == EncodingComplexFloat;
  bool IsFloatSize = E.Size == 2 || E.Size == 4 || E.Size == 8 || E.Size == 12 || E.Size == 16;
  if (IsFloat && IsFloatSize && Features.contains(Feature::Float))
    return plain({.What = Kind::Float, .Size = E.Size, .Name = E.Name}, E);
  bool IsSigned = E.Encoding == EncodingSigned || E.Encoding == EncodingSignedChar;
  uint32_t Encoding = E.Encoding == EncodingBoolean ? 4 : IsSigned ? 1 : 0;
  uint32_t Bits = std::min<uint32_t>(E.Size * 8, 255);
  return plain({.What = Kind::Int, .Size = E.Size, .Detail = Encoding << 24 | Bits, .Name = E.Name}, E);
}

/// An array of arrays is built from the last dimension outwards, or as one. Its index type is known at the end.
Key TypeKeys::array(const Entry &E) {
  std::vector<uint32_t> Counts;
  eachPart(E, [&](const Part &P) {
    if (P.What == TagSubrangeType)
      Counts.push_back(P.Value);
  });
  if (Counts.empty())
    Counts.push_back(0);
  if (!NestsArrays)
    Counts = {std::accumulate(Counts.begin(), Counts.end(), 1U, std::multiplies<uint32_t>())};
  Key Result = contained(E.Of);
  for (auto Count = Counts.rbegin(); Count != Counts.rend(); ++Count) {
    size_t Begin = Store.begin({.What = Kind::Array});
    Store.add({nullptr, Result, *Count});
    Result = Store.end(Begin, order(E.Offset));
  }
  return Result;
}

Key TypeKeys::composite(const Entry &E, Kind What) {
  if (E.IsDeclaration)
    return plain({.What = Kind::Forward, .Flag = What == Kind::Union, .Name = E.Name}, E);
  size_t Begin = Store.begin({.What = What, .Flag = E.HasBitFields, .Size = E.Size, .Name = E.Name});
  eachPart(E, [&](const Part &P) {
    if (P.What == TagMember || P.What == TagInheritance)
      Store.add({P.Name, contained(P.Of), P.Value | uint64_t(P.BitSize) << 32});
  });
  Key Result = Store.end(Begin, order(E.Offset));
  if (Of.HasAnnotations)
    declarationTags(E, Store.hashOf(E.Name) ? keyOfName(What, Store.hashOf(E.Name)) : Result);
  return Result;
}

Key TypeKeys::enumeration(const Entry &E) {
  uint32_t Size = E.Size ? E.Size : sizeof(int);
  bool IsSigned = false;
  eachPart(E, [&](const Part &P) { IsSigned |= P.What == TagEnumerator && P.IsNegative; });
  // Kernels that do not know ENUM64 do not accept a signed ENUM either: both were added in 6.0.
  bool HasSign = Features.contains(Feature::Enum64);
  IsSigned &= HasSign;
  bool IsLarge = Size > sizeof(int) && HasSign;
  Kind What = IsLarge ? Kind::Enum64 : Kind::Enum;
  size_t Begin = Store.begin({.What = What, .Flag = IsSigned, .Size = Size, .Name = E.Name});
  eachPart(E, [&](const Part &P) {
    if (P.What == TagEnumerator)
      Store.add({P.Name, IsLarge || IsSigned ? P.Value : uint32_t(P.Value), 0});
  });
  return Store.end(Begin, order(E.Offset));
}

Key TypeKeys::prototype(const Entry &Function) {
  size_t Begin = Store.begin({.What = Kind::FunctionPrototype,
                              .Target = referred(Function.Of),
                              .IsOfFunction = Function.What == TagSubprogram});
  eachPart(Function, [&](const Part &P) {
    if (P.What == TagFormalParameter)
      Store.add({P.Name, referred(P.Of), 0});
    else if (P.What == TagUnspecifiedParameters)
      Store.add({});
  });
  return Store.end(Begin, order(Function.Offset));
}

/// Of a type and of its members: btf_decl_tag().
void TypeKeys::declarationTags(const Entry &E, Key Target) {
  if (!Features.contains(Feature::DeclTag))
    return;
  auto AddTag = [&](const Part &P, uint32_t Component) {
    if (const char *Text = tagText(P, "btf_decl_tag"))
      plain({.What = Kind::DeclTag, .Detail = Component, .Target = Target, .Name = Text}, E);
  };
  uint32_t Member = 0;
  eachPart(E, [&](const Part &P) {
    AddTag(P, ~0U);
    for (Index At = P.Annotations; At != NoIndex; At = Of.Parts[At].Next)
      AddTag(Of.Parts[At], Member);
    Member += P.What == TagMember || P.What == TagInheritance;
  });
}

void TypeKeys::run(uint32_t Number) {
  Unit = Number;
  for (Index At = 0; At < Of.All.size() && !Problem; ++At)
    if (Of.All[At].What != TagSubprogram)
      key(At);
}

} // namespace bpf::btf::dwarf
