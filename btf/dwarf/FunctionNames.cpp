// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Names as pahole reads them from symbols: elf_functions__collect().
#include "btf/dwarf/FunctionNames.h"
#include "btf/dwarf/TypeStore.h"

namespace bpf::btf::dwarf {

/// Where the hash is, or would be.
size_t FunctionNames::place(uint64_t Hash) const {
  size_t At = Hash & (Slots.size() - 1);
  while (Slots[At].Hash && Slots[At].Hash != Hash)
    At = (At + 1) & (Slots.size() - 1);
  return At;
}

void FunctionNames::insert(uint64_t Hash, const FunctionSymbol &Symbol) {
  Slot &Found = Slots[place(Hash)];
  if (Found.Hash) {
    FunctionSymbol &Known = Symbols[Found.Number];
    Known.IsAmbiguous |= Known.Address != Symbol.Address && CanBeAmbiguous;
    Known.IsOptimized |= Symbol.IsOptimized;
    return;
  }
  Found = {Hash, uint32_t(Symbols.size())};
  Symbols.push_back(Symbol);
  if (Symbols.size() * 2 <= Slots.size())
    return;
  std::vector<Slot> Old(Slots.size() * 2);
  Old.swap(Slots);
  for (const Slot &Each : Old)
    if (Each.Hash)
      Slots[place(Each.Hash)] = Each;
}

std::optional<uint32_t> FunctionNames::find(uint64_t Hash) const {
  const Slot &Found = Slots[place(Hash)];
  return Found.Hash ? std::optional(Found.Number) : std::nullopt;
}

/// The name of the function that an optimiser made this one of; empty for what is no whole function.
static std::string_view originalName(std::string_view Symbol, const FeatureSet &Features) {
  if (!Features.contains(Feature::OptimizedFunc))
    return Symbol;
  if (Symbol.find(".cold") != Symbol.npos || Symbol.find(".part.") != Symbol.npos)
    return "";
  return Symbol.substr(0, Symbol.find('.', 1));
}

static bool isOptimized(std::string_view Symbol) {
  return Symbol.find(".isra") != Symbol.npos || Symbol.find(".constprop") != Symbol.npos;
}

Result<FunctionNames> FunctionNames::read(const ElfFile &File, const FeatureSet &Features) {
  FunctionNames Names;
  // Those of a BPF object are recognized by their sections.
  Names.CanBeAmbiguous = File.Header.e_machine != EM_BPF;
  bool HasSections = File.Header.e_type == ET_REL && File.pointerBytes() == 8;
  Result<Done> R = eachSymbol(File, [&](const GElf_Sym &Each, std::string_view Name) {
    if (GELF_ST_TYPE(Each.st_info) != STT_FUNC || Each.st_shndx == SHN_UNDEF)
      return;
    uint64_t Section = HasSections ? uint64_t(Each.st_shndx) << 48 : 0;
    if (std::string_view Original = originalName(Name, Features); !Original.empty())
      Names.insert(hashText(Original), {Section | Each.st_value, isOptimized(Name)});
  });
  return R ? Result<FunctionNames>(std::move(Names)) : R.error();
}

} // namespace bpf::btf::dwarf
