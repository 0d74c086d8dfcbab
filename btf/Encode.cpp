// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// From a TypeGraph to the bytes of .BTF. Strings keep their offsets, so that .BTF.ext stays right.
#include "btf/Words.h"

namespace bpf::btf {

static void encodeElements(const TypeGraph &Types, TypeId Id, WordWriter &Write) {
  const Type &T = Types[Id];
  for (const Member &Each : Types.members(Id))
    Write(Each.Name, Each.Of, T.Flag ? Each.BitSize << 24 | Each.BitOffset : Each.BitOffset);
  for (const Enumerator &Each : Types.enumerators(Id)) {
    Write(Each.Name, Each.Value);
    if (T.What == Kind::Enum64)
      Write(Each.Value >> 32);
  }
  for (const Parameter &Each : Types.parameters(Id))
    Write(Each.Name, Each.Of);
  for (const SectionVariable &Each : Types.variables(Id))
    Write(Each.Variable, Each.Offset, Each.Size);
}

static void encodeType(const TypeGraph &Types, TypeId Id, WordWriter &Write) {
  const Type &T = Types[Id];
  uint32_t Count = T.What == Kind::Function ? T.Detail : T.What == Kind::Array ? 0 : T.Count;
  // Of size and target one is 0.
  Write(T.Name, uint32_t(T.Flag) << 31 | uint32_t(T.What) << 24 | Count, T.Size | T.Target);
  switch (T.What) {
  case Kind::Int:
  case Kind::Variable:
  case Kind::DeclTag:
    return Write(T.Detail);
  case Kind::Array:
    return Write(Types.array(Id).Element, Types.array(Id).Index, Types.array(Id).Count);
  default:
    return encodeElements(Types, Id, Write);
  }
}

Bytes encode(const TypeGraph &Types) {
  constexpr uint32_t HeaderBytes = 24;
  Bytes Body;
  WordWriter WriteBody(Body, Types.Order);
  for (TypeId Id = Types.firstOwn(); Id < Types.end(); ++Id)
    encodeType(Types, Id, WriteBody);
  Bytes Raw;
  Raw.reserve(HeaderBytes + Body.size() + Types.Strings.block().size());
  WordWriter Write(Raw, Types.Order);
  Write.half(Magic);
  Raw.push_back(1); // version
  Raw.push_back(0); // flags
  Write(HeaderBytes, 0, Body.size(), Body.size(), Types.Strings.block().size());
  Raw.insert(Raw.end(), Body.begin(), Body.end());
  Raw.insert(Raw.end(), Types.Strings.block().begin(), Types.Strings.block().end());
  return Raw;
}

} // namespace bpf::btf
