// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Variables with a place in the file.
#ifndef BPFTOOLCHAIN_BTF_DWARF_VARIABLES_H
#define BPFTOOLCHAIN_BTF_DWARF_VARIABLES_H

#include "btf/dwarf/TypeKeys.h"
#include <unordered_map>

namespace bpf::btf::dwarf {

struct SectionOfVariables {
  std::string Name;
  uint64_t Address, Bytes; ///< as in Sections
};

/// The sections whose variables are wanted: that of the variables of each processor, with GlobalVar all that are
/// loaded.
std::vector<SectionOfVariables> wantedSections(const ElfFile &File, const FeatureSet &Features);

/// The names that the symbols of a BPF object have, by place: a loader looks a variable up by its symbol, and the
/// compiler may have given that another name than the source. Nothing for another machine.
struct VariableSymbol {
  const char *Name;
  uint64_t Bytes; ///< more than the type's where an array at its end is given elements
};
using SymbolNames = std::unordered_map<uint64_t, VariableSymbol>;
Result<SymbolNames> symbolNames(const ElfFile &File);

struct SeenVariable {
  uint64_t Order;
  const char *Name;
  Key Of;
  size_t Section; ///< the number of a wanted one
  uint32_t Offset;
  uint32_t Bytes; ///< that its symbol has; 0: not known
  bool IsExternal;
  std::vector<const char *> Tags; ///< in the order of the source
};

/// The variables of a unit that lie in one of the sections.
void findVariables(const Entries &Of, TypeKeys &Keys, TypeStore &Store, std::span<const SectionOfVariables> Sections,
                   const SymbolNames &Symbols, std::vector<SeenVariable> &Found);

} // namespace bpf::btf::dwarf

#endif
