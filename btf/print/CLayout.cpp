// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The rules of the System V ABI for 64-bit machines, which BPF shares, and of GNU C for `packed`.
#include "btf/print/CLayout.h"
#include <algorithm>

namespace bpf::btf {

constexpr unsigned LargestScalar = 16;

uint64_t CLayout::size(TypeId Id) const {
  for (uint64_t Times = 1;;) {
    const Type &T = Types[Id];
    switch (T.What) {
    case Kind::Pointer:
      return Times * Types.PointerBytes;
    case Kind::Array:
      Times *= Types.array(Id).Count;
      Id = Types.array(Id).Element;
      break;
    case Kind::Typedef:
    case Kind::Volatile:
    case Kind::Const:
    case Kind::Restrict:
    case Kind::TypeTag:
      Id = T.Target;
      break;
    default:
      return Times * T.Size;
    }
  }
}

unsigned CLayout::alignment(TypeId Id) {
  for (;;) {
    const Type &T = Types[Id];
    switch (T.What) {
    case Kind::Pointer:
      return Types.PointerBytes;
    case Kind::Array:
      Id = Types.array(Id).Element;
      break;
    case Kind::Typedef:
    case Kind::Volatile:
    case Kind::Const:
    case Kind::Restrict:
    case Kind::TypeTag:
      Id = T.Target;
      break;
    case Kind::Struct:
    case Kind::Union:
      return examine(Id).Alignment;
    case Kind::Int:
    case Kind::Float:
    case Kind::Enum:
    case Kind::Enum64:
      // The 12 bytes of an i386's long double are aligned to 4.
      return T.Size && T.Size <= LargestScalar ? T.Size & -T.Size : 1;
    default:
      return 1;
    }
  }
}

bool CLayout::isPacked(TypeId Composite) { return examine(Composite).IsPacked; }

/// Before kind_flag, an INT of few bits made a bit-field, and began within itself.
static void readOldBitField(const TypeGraph &Types, PlacedMember &M) {
  TypeId Id = M.Type;
  while (Types[Id].What == Kind::Typedef || Types[Id].What == Kind::Const || Types[Id].What == Kind::Volatile)
    Id = Types[Id].Target;
  if (Types[Id].What != Kind::Int)
    return;
  IntegerEncoding As = integerEncoding(Types[Id]);
  if (!As.Bits || As.Bits == Types[Id].Size * 8)
    return;
  M.Bits = As.Bits;
  M.Offset += As.BitOffset;
  M.IsBitField = true;
}

std::vector<PlacedMember> CLayout::members(TypeId Composite) const {
  std::vector<PlacedMember> Placed;
  std::span<const Member> Members = Types.members(Composite);
  Placed.reserve(Members.size());
  for (const Member &Each : Members) {
    TypeId Of = withoutVaList(Types, Each.Of);
    Placed.push_back({&Each, Of, Each.BitOffset, Each.BitSize ? Each.BitSize : size(Of) * 8, Each.BitSize != 0});
    if (!Types[Composite].Flag)
      readOldBitField(Types, Placed.back());
  }
  auto IsBefore = [](const PlacedMember &A, const PlacedMember &B) { return A.Offset < B.Offset; };
  if (Types[Composite].What == Kind::Struct && !std::is_sorted(Placed.begin(), Placed.end(), IsBefore))
    std::stable_sort(Placed.begin(), Placed.end(), IsBefore);
  return Placed;
}

uint64_t CLayout::place(uint64_t End, const PlacedMember &Next, bool IsPacked) {
  if (IsPacked)
    return Next.IsBitField ? End : roundUp(End, 8);
  uint64_t Alignment = uint64_t(alignment(Next.Type)) * 8;
  uint64_t Unit = size(Next.Type) * 8;
  // A bit-field stays in the unit of its type that has begun, if it has room there.
  if (Next.IsBitField && Unit && End / Unit == (End + Next.Bits - 1) / Unit)
    return End;
  return roundUp(End, Alignment);
}

CLayout::Examined CLayout::examine(TypeId Composite) {
  if (Known[Composite].Alignment)
    return Known[Composite];
  Examined Found = {1, false};
  bool IsUnion = Types[Composite].What == Kind::Union;
  uint64_t End = 0;
  for (const PlacedMember &Each : members(Composite)) {
    Found.Alignment = std::max<uint16_t>(Found.Alignment, alignment(Each.Type));
    Found.IsPacked |= place(IsUnion ? 0 : End, Each, false) > Each.Offset;
    End = Each.end();
  }
  Found.IsPacked |= Types[Composite].Size % Found.Alignment != 0;
  if (Found.IsPacked)
    Found.Alignment = 1;
  return Known[Composite] = Found;
}

bool isVaList(const TypeGraph &Types, TypeId Typedef) { return Types.name(Typedef) == "__builtin_va_list"; }

TypeId withoutVaList(const TypeGraph &Types, TypeId Id) {
  for (TypeId Under = Id; Types[Under].What == Kind::Typedef; Under = Types[Under].Target)
    if (isVaList(Types, Under))
      return Types[Under].Target;
  return Id;
}

} // namespace bpf::btf
