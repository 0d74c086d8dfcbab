// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The functions that the symbol table of a file has. DWARF describes many more, which were inlined everywhere.
#ifndef BPFTOOLCHAIN_BTF_DWARF_FUNCTIONNAMES_H
#define BPFTOOLCHAIN_BTF_DWARF_FUNCTIONNAMES_H

#include "btf/Elf.h"

namespace bpf::btf::dwarf {

/// The code of one name.
struct FunctionSymbol {
  uint64_t Address = 0;     ///< as in Sections
  bool IsOptimized = false; ///< it is `name.isra.0` or `name.constprop.0`, which have only some of the arguments
  bool IsAmbiguous = false; ///< there is more, elsewhere
};

/// Each name once.
class FunctionNames {
public:
  /// With OptimizedFunc a symbol like `name.isra.0` is a function called `name`; `.cold` and `.part` are pieces of one.
  static Result<FunctionNames> read(const ElfFile &File, const FeatureSet &Features);

  size_t size() const { return Symbols.size(); }
  /// The number of the name with that hash; nothing where there is none.
  std::optional<uint32_t> find(uint64_t Hash) const;
  const FunctionSymbol &operator[](uint32_t Number) const { return Symbols[Number]; }

private:
  struct Slot {
    uint64_t Hash = 0; ///< 0: free
    uint32_t Number = 0;
  };
  void insert(uint64_t Hash, const FunctionSymbol &Symbol);
  size_t place(uint64_t Hash) const;

  std::vector<Slot> Slots = std::vector<Slot>(64); ///< open addressing, at most half full
  std::vector<FunctionSymbol> Symbols;             ///< by number
  bool CanBeAmbiguous = true;
};

} // namespace bpf::btf::dwarf

#endif
