// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A list is a symbol `__BTF_ID__set8__NAME` in .BTF_ids: two words, a count and flags, and then two words for each of
// its functions, an id and flags. The id is named by the symbol `__BTF_ID__func__NAME__NUMBER` at its place. Other
// lists are of types, or of functions that are no kfuncs.
#include "btf/dwarf/Kfuncs.h"
#include "btf/Words.h"

namespace bpf::btf::dwarf {

namespace {

// include/linux/btf_ids.h and include/linux/btf.h
constexpr uint32_t IsListOfKfuncs = 1 << 0; // BTF_SET8_KFUNCS
constexpr uint32_t IsFastCall = 1 << 12;    // KF_FASTCALL
constexpr uint64_t EntryBytes = 8;

struct Named {
  std::string Name;
  uint64_t Offset; ///< in .BTF_ids
};
struct Range {
  uint64_t Begin, End; ///< of the entries, without the two words before them
};
struct Lists {
  std::vector<Range> OfKfuncs;
  std::vector<Named> Functions; ///< of any list
};

} // namespace

/// "vfs_close" of "__BTF_ID__func__vfs_close__1"; empty for the symbol of something else.
static std::string_view functionName(std::string_view Symbol) {
  constexpr std::string_view Prefix = "__BTF_ID__func__";
  size_t End = Symbol.rfind("__");
  if (!Symbol.starts_with(Prefix) || End < Prefix.size())
    return "";
  return Symbol.substr(Prefix.size(), End - Prefix.size());
}

static Result<Lists> readLists(const ElfFile &File, const ElfSection &Section, const WordReader &Ids) {
  Lists Found;
  Result<Done> R = eachSymbol(File, [&](const GElf_Sym &Each, std::string_view Name) {
    if (Each.st_shndx != Section.Index)
      return;
    uint64_t Offset = Each.st_value - Section.Header.sh_addr;
    if (!Ids.has(Offset, EntryBytes))
      return;
    if (std::string_view Function = functionName(Name); !Function.empty())
      Found.Functions.push_back({std::string(Function), Offset});
    else if (Name.starts_with("__BTF_ID__set8__") && Ids.at(Offset + 4) & IsListOfKfuncs)
      Found.OfKfuncs.push_back({Offset + EntryBytes, Offset + std::min(Each.st_size, Ids.size() - Offset)});
  });
  return R ? Result<Lists>(std::move(Found)) : R.error();
}

/// resolve_btfids sorts a list by the ids that it fills in: from then on a function's flags are not where its symbol
/// is.
static void takeFlagsById(const ElfFile &File, const std::shared_ptr<const TypeGraph> &Base, const Lists &In,
                          const WordReader &Ids, Kfuncs &Found) {
  std::unordered_map<TypeId, uint32_t> Flags;
  for (const Range &List : In.OfKfuncs)
    for (uint64_t Offset = List.Begin; Offset + EntryBytes <= List.End; Offset += EntryBytes)
      if (TypeId Id = Ids.at(Offset); Id && Ids.at(Offset + 4) & IsFastCall)
        Flags[Id] |= Ids.at(Offset + 4);
  const ElfSection *Section = Flags.empty() ? nullptr : File.find(".BTF");
  Result<ByteView> Raw = Section ? content(*Section) : Error{"there is no BTF for the ids"};
  Result<TypeGraph> Types = Raw ? decode(*Raw, Base) : Raw.error();
  if (!Types)
    return;
  for (auto [Id, Added] : Flags)
    if (Id < Types->end())
      if (auto Function = Found.find(std::string(Types->name(Id))); Function != Found.end())
        Function->second |= Added;
}

Result<Kfuncs> findKfuncs(const ElfFile &File, const std::shared_ptr<const TypeGraph> &Base) {
  Kfuncs Found;
  const ElfSection *Section = File.find(".BTF_ids");
  if (!Section)
    return Found;
  Result<ByteView> Content = content(*Section);
  if (!Content)
    return Content.error();
  WordReader Ids(*Content, File.order());
  Result<Lists> In = readLists(File, *Section, Ids);
  if (!In)
    return In.error();
  for (const Named &Each : In->Functions)
    for (const Range &List : In->OfKfuncs)
      if (Each.Offset >= List.Begin && Each.Offset < List.End)
        Found[Each.Name] |= Ids.at(Each.Offset) ? 0 : Ids.at(Each.Offset + 4);
  takeFlagsById(File, Base, *In, Ids, Found);
  return Found;
}

void tagKfuncs(std::vector<SeenFunction> &Functions, const Kfuncs &Known) {
  constexpr uint32_t OfAll = ~0U;
  for (SeenFunction &Each : Functions) {
    auto Kfunc = Known.find(Each.Name);
    if (Kfunc == Known.end())
      continue;
    Each.Tags.push_back({"bpf_kfunc", OfAll});
    if (Kfunc->second & IsFastCall)
      Each.Tags.push_back({"bpf_fastcall", OfAll});
  }
}

} // namespace bpf::btf::dwarf
