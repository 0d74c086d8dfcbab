// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Members lie in their structure, at places that their types can have: the check_member() and check_kflag_member() of
// each kind in the kernel.
#include "btf/check/Check.h"
#include "btf/print/Declaration.h"

namespace bpf::btf {

namespace {

constexpr uint64_t MostBits = 128; ///< that the kernel copies at once

class MemberCheck {
public:
  MemberCheck(const TypeGraph &Types, TypeId Structure, Findings &Found)
      : Types(Types), Structure(Structure), Found(Found) {}
  void member(const Member &M);

private:
  void integer(const Member &M, const Type &Of);
  void integerField(const Member &M, const Type &Of);
  void enumField(const Member &M);
  void floating(const Member &M, const Type &Of);
  void plain(const Member &M, uint64_t Size);
  void bits(const Member &M, uint64_t First, uint64_t Count);
  void add(const Member &M, Rule Broken) { Found.add(Structure, Broken, "member", M.Name); }
  uint64_t size() const { return Types[Structure].Size; }

  const TypeGraph &Types;
  const TypeId Structure;
  Findings &Found;
};

} // namespace

void MemberCheck::bits(const Member &M, uint64_t First, uint64_t Count) {
  uint64_t Copied = Count + First % 8;
  if (Copied > MostBits)
    add(M, Rule::MemberBits);
  else if (First / 8 + (Copied + 7) / 8 > size())
    add(M, Rule::MemberEnd);
}

void MemberCheck::plain(const Member &M, uint64_t Size) {
  if (M.BitOffset % 8)
    add(M, Rule::MemberAlignment);
  else if (M.BitOffset / 8 + Size > size())
    add(M, Rule::MemberEnd);
}

void MemberCheck::floating(const Member &M, const Type &Of) {
  uint64_t Alignment = std::min<uint64_t>(8, Of.Size) * 8;
  if (Alignment && M.BitOffset % Alignment)
    add(M, Rule::FloatAlignment);
  else
    plain(M, Of.Size);
}

void MemberCheck::integer(const Member &M, const Type &Of) {
  IntegerEncoding As = integerEncoding(Of);
  bits(M, uint64_t(M.BitOffset) + As.BitOffset, As.Bits);
}

void MemberCheck::integerField(const Member &M, const Type &Of) {
  uint32_t Bits = integerEncoding(Of).Bits;
  if (!isRegular(Of))
    add(M, Rule::BitFieldBase);
  else if (!M.BitSize && M.BitOffset % 8)
    add(M, Rule::MemberAlignment);
  else if (M.BitSize > Bits)
    add(M, Rule::BitFieldBits);
  else
    bits(M, M.BitOffset, M.BitSize ? M.BitSize : Bits);
}

/// In a structure with bit-fields the kernel gives each enum the 32 bits of an int, whatever its size.
void MemberCheck::enumField(const Member &M) {
  constexpr uint32_t IntBits = 32;
  if (!M.BitSize && M.BitOffset % 8)
    add(M, Rule::MemberAlignment);
  else if (M.BitSize > IntBits)
    add(M, Rule::BitFieldBits);
  else if ((uint64_t(M.BitOffset) + (M.BitSize ? M.BitSize : IntBits) + 7) / 8 > size())
    add(M, Rule::MemberEnd);
}

void MemberCheck::member(const Member &M) {
  const Type &Of = Types[withoutModifiers(Types, M.Of)];
  bool IsEnum = Of.What == Kind::Enum || Of.What == Kind::Enum64;
  bool MayBeField = Types[Structure].Flag;
  std::optional<uint64_t> Size = sizeOf(Types, M.Of);
  // That it begins behind the end was reported.
  if ((uint64_t(M.BitOffset) + 7) / 8 > size())
    return;
  if (!Size && Of.What != Kind::Array)
    return M.Of ? add(M, Rule::MemberSize) : void();
  if (Of.What == Kind::Int)
    MayBeField ? integerField(M, Of) : integer(M, Of);
  else if (IsEnum && MayBeField)
    enumField(M);
  else if (M.BitSize)
    add(M, Rule::BitFieldKind);
  else if (Of.What == Kind::Float)
    floating(M, Of);
  else if (Size)
    plain(M, Of.What == Kind::Pointer ? 8 : *Size);
}

void checkMembers(const TypeGraph &Types, TypeId Structure, Findings &Found) {
  MemberCheck Check(Types, Structure, Found);
  for (const Member &Each : Types.members(Structure))
    Check.member(Each);
}

} // namespace bpf::btf
