// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// From what the threads have read to one graph.
#ifndef BPFTOOLCHAIN_BTF_DWARF_ASSEMBLY_H
#define BPFTOOLCHAIN_BTF_DWARF_ASSEMBLY_H

#include "btf/dwarf/Functions.h"
#include "btf/dwarf/Variables.h"

namespace bpf::btf::dwarf {

class Assembly {
public:
  /// Adds the types of all stores in the order in which the file has them. A name that several structures have means
  /// the first of them. Of prototypes only those of these functions are added.
  void addTypes(std::span<const TypeStore *const> Stores, std::span<const SeenFunction> Functions);
  /// Behind the types. HasLinkage: whether a function is global is said of it, as the kernel wants it of BPF programs.
  void addFunctions(std::span<const SeenFunction> Functions, bool HasLinkage);
  /// A section that is given no size ends with its last variable.
  void addVariables(std::vector<SeenVariable> Seen, std::span<const SectionOfVariables> Sections, bool HasSizes);

  /// The graph with each type once.
  TypeGraph finish();

  TypeGraph All;

private:
  struct Place {
    const TypeStore *Store;
    size_t Number;
    uint64_t Order;
    const TypeRecord &record() const { return Store->record(Number); }
  };
  std::vector<Place> inOrder(std::span<const TypeStore *const> Stores, std::span<const SeenFunction> Functions);
  void index(std::span<const Place> Places);
  TypeId resolve(Key K) const;
  void add(const Place &At);
  void addTag(const char *Text, TypeId Of, uint32_t Component);
  void addSection(std::span<const SeenVariable> Of, const SectionOfVariables &Section, bool HasSizes);

  TypeId ArrayIndex = 0;
  std::unordered_map<Key, TypeId> Ids;      ///< by key, and by name
  std::unordered_map<Key, TypeId> Forwards; ///< by name, for what is declared only
};

} // namespace bpf::btf::dwarf

#endif
