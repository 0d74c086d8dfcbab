// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// What of a module's types its kernel has already.
#ifndef BPFTOOLCHAIN_BTF_ONBASE_H
#define BPFTOOLCHAIN_BTF_ONBASE_H

#include "btf/BTF.h"
#include "btf/Mix.h"
#include "btf/References.h"

namespace bpf::btf {

/// A kernel's types, so that one can be found: made once for any number of modules, and not changed by them.
class BaseIndex {
public:
  explicit BaseIndex(std::shared_ptr<const TypeGraph> Base);

  const std::shared_ptr<const TypeGraph> &types() const { return Base; }
  /// Calls Try with each type that has the name, by its offset, in order of their ids, until it returns true.
  template <typename Function> void findNamed(StringOffset Name, Function Try) const {
    find(mix(0, Name), [&](TypeId Id) { return (*Base)[Id].Name == Name && Try(Id); });
  }
  /// The same for each nameless type with that hashNameless().
  template <typename Function> void findNameless(uint64_t Hash, Function Try) const {
    find(Hash, [&](TypeId Id) { return (*Base)[Id].Name == 0 && Try(Id); });
  }

private:
  template <typename Function> void find(uint64_t Hash, Function Try) const {
    for (TypeId Id = Heads[Hash & (Heads.size() - 1)]; Id && !Try(Id);)
      Id = Next[Id];
  }

  std::shared_ptr<const TypeGraph> Base;
  std::vector<TypeId> Heads; ///< by hash, the first of the types with it or with one that ends like it
  std::vector<TypeId> Next;  ///< by type, the next one of them; 0 at the end
};

/// Of what a type without a name says of itself and, but for structures, of what it refers to: Target tells what each
/// of these is in the base. Equal for types that are the same.
template <typename Function> uint64_t hashNameless(const TypeGraph &Types, TypeId Id, Function Target) {
  const Type &T = Types[Id];
  uint64_t Hash = mix(mix(uint64_t(T.What) << 32 | T.Size, T.Detail), T.Count);
  auto FirstName = [](auto Elements) { return Elements.empty() ? 0 : Elements.front().Name; };
  if (isComposite(T.What))
    return mix(Hash, FirstName(Types.members(Id)));
  eachReference(Types, Id, [&](TypeId To) { Hash = mix(Hash, Target(To)); });
  return mix(Hash, T.What == Kind::Array ? Types.array(Id).Count : FirstName(Types.enumerators(Id)));
}

/// Own, which stands alone, as types that go on from the base: what the base has, with all that it refers to, is the
/// base's. What is declared only is the base's structure where the base has exactly one of that name. Variables and
/// tags stay Own's.
TypeGraph onBase(const TypeGraph &Module, const BaseIndex &Index);

} // namespace bpf::btf

#endif
