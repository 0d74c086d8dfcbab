// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Who refers to whom, for all types of a graph at once: walks over the whole graph go through two flat arrays.
#ifndef BPFTOOLCHAIN_BTF_REFERENCELISTS_H
#define BPFTOOLCHAIN_BTF_REFERENCELISTS_H

#include "btf/BTF.h"

namespace bpf::btf {

class ReferenceLists {
public:
  /// Of the base's types too; what a data section consists of is left out.
  explicit ReferenceLists(const TypeGraph &Types);

  /// What the type refers to, in the order of the encoding.
  std::span<const TypeId> of(TypeId Id) const { return list(To, Id); }
  /// Who refers to it; more than once, who does so more than once.
  std::span<const TypeId> users(TypeId Id) const { return list(From, Id); }

private:
  struct Lists {
    std::vector<uint32_t> Begins; ///< one for each type, and the end
    std::vector<TypeId> Ids;
  };
  static std::span<const TypeId> list(const Lists &Of, TypeId Id) {
    return {Of.Ids.data() + Of.Begins[Id], Of.Begins[Id + 1] - Of.Begins[Id]};
  }

  Lists To, From;
};

} // namespace bpf::btf

#endif
