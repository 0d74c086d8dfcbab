// What of a module's types its kernel has already.
#ifndef BPFTOOLCHAIN_BTF_ONBASE_H
#define BPFTOOLCHAIN_BTF_ONBASE_H

#include "btf/BTF.h"

namespace bpf::btf {

/// A kernel's types, so that one can be found: made once for any number of modules, and not changed by them.
class BaseIndex {
public:
  explicit BaseIndex(std::shared_ptr<const TypeGraph> Base);

  const std::shared_ptr<const TypeGraph> &types() const { return Base; }
  /// The first type of that name, by its offset, and the next one after a type; 0 where there is none.
  TypeId first(StringOffset Name) const { return Name < First.size() ? First[Name] : 0; }
  TypeId next(TypeId Id) const { return Next[Id]; }
  /// Calls Try with each type without a name that may have that hash, until it returns true.
  template <typename Function> TypeId find(uint64_t Hash, Function Try) const {
    for (size_t At = Hash & (Slots.size() - 1); Slots[At]; At = (At + 1) & (Slots.size() - 1))
      if (Try(Slots[At]))
        return Slots[At];
    return 0;
  }

private:
  std::shared_ptr<const TypeGraph> Base;
  std::vector<TypeId> First, Next;
  std::vector<TypeId> Slots; ///< open addressing
};

/// Own, which stands alone, as types that go on from the base: what the base has, with all that it refers to, is the
/// base's. What is declared only is the base's structure where the base has one of that name. Variables and
/// tags stay Own's.
TypeGraph onBase(const TypeGraph &Own, const BaseIndex &Index);

} // namespace bpf::btf

#endif
