// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// What pahole leaves out of variables is what tools make: btf_encoder__encode_cu_variables().
#include "btf/dwarf/Variables.h"
#include <algorithm>

namespace bpf::btf::dwarf {

std::vector<SectionOfVariables> wantedSections(const ElfFile &File, const FeatureSet &Features) {
  std::vector<SectionOfVariables> Wanted;
  bool IsObject = File.Header.e_type == ET_REL;
  // A loader finds maps and data of a BPF program by their variables.
  bool HasAll = Features.contains(Feature::GlobalVar) || File.Header.e_machine == EM_BPF;
  for (const ElfSection &Each : File.Sections) {
    bool IsLoaded = Each.Header.sh_flags & SHF_ALLOC && !(Each.Header.sh_flags & SHF_EXECINSTR);
    bool IsWanted = HasAll ? IsLoaded : Features.contains(Feature::Var) && Each.Name == ".data..percpu";
    if (IsWanted && Each.Header.sh_size)
      Wanted.push_back({Each.Name, IsObject ? uint64_t(Each.Index) << 48 : Each.Header.sh_addr, Each.Header.sh_size});
  }
  return Wanted;
}

Result<SymbolNames> symbolNames(const ElfFile &File) {
  SymbolNames Names;
  if (File.Header.e_machine != EM_BPF || File.Header.e_type != ET_REL)
    return Names;
  Result<Done> R = eachSymbol(File, [&](const GElf_Sym &Each, const char *Name) {
    if (GELF_ST_TYPE(Each.st_info) == STT_OBJECT)
      Names.emplace(uint64_t(Each.st_shndx) << 48 | Each.st_value, VariableSymbol{Name, Each.st_size});
  });
  return R ? Result<SymbolNames>(std::move(Names)) : R.error();
}

/// Names that tools give.
static bool isMade(std::string_view Name) {
  for (std::string_view Prefix :
       {"__UNIQUE_ID", "__tpstrtab_", "__exitcall_", "__func_stack_frame_non_standard_", "__gendwarfksyms_ptr_"})
    if (Name.starts_with(Prefix))
      return true;
  return false;
}

static std::vector<const char *> tagsOf(const Entries &Of, const Variable &V, TypeStore &Store) {
  std::vector<const char *> Tags;
  for (Index At = V.Annotations; At != NoIndex; At = Of.Parts[At].Next)
    if (const char *Text = tagText(Of.Parts[At], "btf_decl_tag"))
      Tags.push_back(Store.keep(Text));
  std::reverse(Tags.begin(), Tags.end());
  return Tags;
}

/// What a definition leaves to its declaration.
static Variable completed(const Entries &Of, Variable V) {
  auto From = std::find_if(Of.Variables.begin(), Of.Variables.end(),
                           [&](const Variable &Each) { return V.Specification && Each.Offset == V.Specification; });
  if (From == Of.Variables.end())
    return V;
  V.Name = V.Name ? V.Name : From->Name;
  V.Of = V.Of ? V.Of : From->Of;
  V.IsExternal |= From->IsExternal;
  return V;
}

void findVariables(const Entries &Of, TypeKeys &Keys, TypeStore &Store, std::span<const SectionOfVariables> Sections,
                   const SymbolNames &Symbols, std::vector<SeenVariable> &Found) {
  for (const Variable &Each : Of.Variables) {
    if (!Each.HasAddress || Each.IsArtificial)
      continue;
    auto Section = std::find_if(Sections.begin(), Sections.end(), [&](const SectionOfVariables &S) {
      return Each.Address >= S.Address && Each.Address - S.Address < S.Bytes;
    });
    if (Section == Sections.end())
      continue;
    Variable Whole = completed(Of, Each);
    uint64_t SymbolBytes = 0;
    if (auto Symbol = Symbols.find(Each.Address); Symbol != Symbols.end()) {
      Whole.Name = Symbol->second.Name;
      SymbolBytes = Symbol->second.Bytes;
    }
    if (!Whole.Name || !*Whole.Name || !Whole.Of || isMade(Whole.Name))
      continue;
    Found.push_back({Keys.order(Each.Offset), Store.keep(Whole.Name), Keys.referred(Whole.Of),
                     size_t(Section - Sections.begin()), uint32_t(Each.Address - Section->Address),
                     uint32_t(SymbolBytes), Whole.IsExternal, tagsOf(Of, Each, Store)});
  }
}

} // namespace bpf::btf::dwarf
