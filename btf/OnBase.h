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
  TypeId first(StringOffset Name) const { return Names[slotOf(Name)].First; }
  TypeId next(TypeId Id) const { return Next[Id]; }
  /// Calls Try with each type without a name that may have that hash, until it returns true.
  template <typename Function> TypeId find(uint64_t Hash, Function Try) const {
    for (size_t At = Hash & (Slots.size() - 1); Slots[At]; At = (At + 1) & (Slots.size() - 1))
      if (Try(Slots[At]))
        return Slots[At];
    return 0;
  }

private:
  struct NameSlot {
    StringOffset Name;
    TypeId First;
  };
  size_t slotOf(StringOffset Name) const {
    size_t At = size_t(Name) * 0x9e3779b97f4a7c15 >> 32 & (Names.size() - 1);
    while (Names[At].First && Names[At].Name != Name)
      At = (At + 1) & (Names.size() - 1);
    return At;
  }

  std::shared_ptr<const TypeGraph> Base;
  std::vector<TypeId> Next;
  std::vector<NameSlot> Names; ///< open addressing, as are
  std::vector<TypeId> Slots;   ///< types without a name
};

/// Own, which stands alone, as types that go on from the base: what the base has, with all that it refers to, is the
/// base's. What is declared only is the base's structure where the base has exactly one of that name. Variables and
/// tags stay Own's.
TypeGraph onBase(const TypeGraph &Own, const BaseIndex &Index);

} // namespace bpf::btf

#endif
