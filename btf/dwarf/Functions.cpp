// The first unit that defines a function, with names for all parameters, says what its type is (pahole 1.24:
// btf_encoder__encode_cu()).
#include "btf/dwarf/Functions.h"
#include <algorithm>

namespace bpf::btf::dwarf {

/// Where the hash is, or would be.
size_t FunctionNames::place(uint64_t Hash) const {
  size_t At = Hash & (Slots.size() - 1);
  while (Slots[At].Hash && Slots[At].Hash != Hash)
    At = (At + 1) & (Slots.size() - 1);
  return At;
}

void FunctionNames::insert(uint64_t Hash) {
  Slot &Own = Slots[place(Hash)];
  if (Own.Hash)
    return;
  Own = {Hash, uint32_t(Count++)};
  if (Count * 2 <= Slots.size())
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

Result<FunctionNames> FunctionNames::read(const ElfFile &File, const FeatureSet &Features) {
  FunctionNames Names;
  Result<Done> R = eachSymbol(File, [&](const GElf_Sym &Each, const char *Name) {
    if (GELF_ST_TYPE(Each.st_info) != STT_FUNC || Each.st_shndx == SHN_UNDEF)
      return;
    if (std::string_view Original = originalName(Name, Features); !Original.empty())
      Names.insert(hashText(Original));
  });
  return R ? Result<FunctionNames>(std::move(Names)) : R.error();
}

static bool hasNamelessParameter(const Entries &Of, const Entry &Function) {
  for (Index At = Function.FirstPart; At != NoIndex; At = Of.Parts[At].Next)
    if (Of.Parts[At].What == TagFormalParameter && !Of.Parts[At].Name)
      return true;
  return false;
}

/// What a function leaves to the entry that it completes: an inlined function's own one, a declaration.
static Entry completed(const Entries &Of, Entry Function) {
  constexpr int MostSteps = 4;
  for (int Steps = 0; Function.Origin && Steps < MostSteps; ++Steps) {
    Index At = Of.at(Function.Origin);
    if (At == NoIndex)
      break;
    const Entry &From = Of.All[At];
    Function.Name = Function.Name ? Function.Name : From.Name;
    Function.Of = Function.Of ? Function.Of : From.Of;
    Function.IsExternal |= From.IsExternal;
    if (hasNamelessParameter(Of, Function))
      Function.FirstPart = From.FirstPart;
    Function.Origin = From.Origin;
  }
  return Function;
}

static std::vector<SeenTag> tagsOf(const Entries &Of, const Entry &Function, TypeStore &Store) {
  std::vector<SeenTag> Tags;
  auto add = [&](const Part &P, uint32_t Component) {
    if (const char *Text = tagText(P, "btf_decl_tag"))
      Tags.push_back({Store.keep(Text), Component});
  };
  uint32_t Parameter = 0;
  for (Index At = Function.FirstPart; At != NoIndex; At = Of.Parts[At].Next) {
    const Part &P = Of.Parts[At];
    add(P, ~0U);
    for (Index Tag = P.Annotations; Tag != NoIndex; Tag = Of.Parts[Tag].Next)
      add(Of.Parts[Tag], Parameter);
    Parameter += P.What == TagFormalParameter;
  }
  return Tags;
}

/// The types of a prototype as one number.
static Key typesOf(Entries &Of, const Entry &Function, TypeKeys &Keys) {
  Key Types = Keys.referred(Function.Of) * 31 + 7;
  for (Index At = Function.FirstPart; At != NoIndex; At = Of.Parts[At].Next)
    if (Of.Parts[At].What == TagFormalParameter)
      Types = keyOfName(Kind::FunctionPrototype, Types ^ Keys.referred(Of.Parts[At].Of));
  return Types;
}

void FunctionsSeen::see(Entries &Of, const Entry &Function, TypeKeys &Keys, TypeStore &Store) {
  std::optional<uint32_t> Number = Names.find(Store.hashOf(Function.Name));
  if (!Number || hasNamelessParameter(Of, Function))
    return;
  SeenFunction &Seen = All[*Number];
  if (Seen.Name && !Features.contains(Feature::ConsistentFunc))
    return;
  Key Types = Features.contains(Feature::ConsistentFunc) ? typesOf(Of, Function, Keys) : 0;
  if (Seen.Name) {
    Seen.IsInconsistent |= Seen.Types != Types;
    return;
  }
  Seen = {Keys.order(Function.Offset),
          Store.keep(Function.Name),
          Keys.prototype(Function),
          Types,
          Function.IsExternal,
          false,
          {}};
  if (Features.contains(Feature::DeclTag))
    Seen.Tags = tagsOf(Of, Function, Store);
}

void FunctionsSeen::run(Entries &Of, TypeKeys &Keys, TypeStore &Store) {
  for (const Entry &Each : Of.All) {
    if (Each.What != TagSubprogram || Each.IsDeclaration)
      continue;
    if (!Each.Origin && Each.Name)
      see(Of, Each, Keys, Store);
    else if (Entry Whole = completed(Of, Each); Whole.Name)
      see(Of, Whole, Keys, Store);
  }
}

void FunctionsSeen::take(FunctionsSeen &Other) {
  for (size_t Number = 0; Number < All.size(); ++Number) {
    SeenFunction &Own = All[Number], &Its = Other.All[Number];
    if (Own.Name && Its.Name && Own.Types != Its.Types)
      Own.IsInconsistent = Its.IsInconsistent = true;
    bool IsInconsistent = Own.IsInconsistent || Its.IsInconsistent;
    if (Its.Order < Own.Order)
      Own = std::move(Its);
    Own.IsInconsistent = IsInconsistent;
  }
}

std::vector<SeenFunction> FunctionsSeen::result() const {
  std::vector<SeenFunction> Functions;
  for (const SeenFunction &Each : All)
    if (Each.Name && !(Each.IsInconsistent && Features.contains(Feature::ConsistentFunc)))
      Functions.push_back(Each);
  std::sort(Functions.begin(), Functions.end(),
            [](const SeenFunction &A, const SeenFunction &B) { return A.Order < B.Order; });
  return Functions;
}

} // namespace bpf::btf::dwarf
