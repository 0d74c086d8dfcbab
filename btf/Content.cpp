// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Strings are compared by their offsets: who compares has each of them once.
#include "btf/Content.h"
#include <algorithm>

namespace bpf::btf {

/// Passes each number of the type's contents to Take, until that returns false.
template <typename Function> static void eachNumber(const TypeGraph &Types, TypeId Id, Function Take) {
  const Type &T = Types[Id];
  if (!Take(uint64_t(T.What) << 32 | T.Name) || T.What == Kind::DataSection)
    return;
  if (!Take(uint64_t(T.Size) << 32 | T.Detail) || !Take(uint64_t(T.Count) << 1 | T.Flag))
    return;
  auto AllOf = [&](auto Elements, auto Numbers) { return std::all_of(Elements.begin(), Elements.end(), Numbers); };
  switch (T.What) {
  case Kind::Array:
    Take(Types.array(Id).Count);
    break;
  case Kind::Struct:
  case Kind::Union:
    AllOf(Types.members(Id), [&](const Member &Each) {
      return Take(uint64_t(Each.Name) << 32 | Each.BitOffset) && (!T.Flag || Take(Each.BitSize));
    });
    break;
  case Kind::Enum:
  case Kind::Enum64:
    AllOf(Types.enumerators(Id), [&](const Enumerator &Each) { return Take(Each.Name) && Take(Each.Value); });
    break;
  case Kind::FunctionPrototype:
    AllOf(Types.parameters(Id), [&](const Parameter &Each) { return Take(Each.Name); });
    break;
  default:
    break;
  }
}

uint64_t contentHash(const TypeGraph &Types, TypeId Id) {
  uint64_t Hash = 0;
  eachNumber(Types, Id, [&](uint64_t Number) {
    Hash = mix(Hash, Number);
    return true;
  });
  return Hash;
}

template <typename Element> static bool same(std::span<const Element> A, std::span<const Element> B) {
  return std::equal(A.begin(), A.end(), B.begin(), B.end(), [](const Element &One, const Element &Other) {
    if constexpr (requires { One.Value; })
      return One.Name == Other.Name && One.Value == Other.Value;
    else if constexpr (requires { One.BitOffset; })
      return One.Name == Other.Name && One.BitOffset == Other.BitOffset && One.BitSize == Other.BitSize;
    else
      return One.Name == Other.Name;
  });
}

bool sameContent(const TypeGraph &Types, TypeId A, TypeId B) {
  const Type &One = Types[A], &Other = Types[B];
  if (One.What != Other.What || One.Name != Other.Name)
    return false;
  if (One.What == Kind::DataSection)
    return true;
  return One.Size == Other.Size && One.Detail == Other.Detail && One.Count == Other.Count && One.Flag == Other.Flag &&
         Types.array(A).Count == Types.array(B).Count && same(Types.members(A), Types.members(B)) &&
         same(Types.enumerators(A), Types.enumerators(B)) && same(Types.parameters(A), Types.parameters(B));
}

} // namespace bpf::btf
