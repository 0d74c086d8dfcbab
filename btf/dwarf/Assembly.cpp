// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Keys become ids. What is the same although its key is not, since a structure that it refers to by name is, is found
// by the same refinement that merges files.
#include "btf/dwarf/Assembly.h"
#include "btf/CopyTypes.h"
#include "btf/SameTypes.h"
#include "btf/print/Declaration.h"
#include <algorithm>
#include <unordered_set>

namespace bpf::btf::dwarf {

/// Each key once, where it was seen first; a prototype where the first of its functions was that counts.
std::vector<Assembly::Place> Assembly::inOrder(std::span<const TypeStore *const> Stores,
                                               std::span<const SeenFunction> Functions) {
  std::unordered_map<Key, uint64_t> Prototypes(Functions.size());
  for (const SeenFunction &Each : Functions)
    Prototypes.emplace(Each.Prototype, Each.Order);
  std::vector<Place> Places;
  for (const TypeStore *Store : Stores)
    for (size_t Number = 0; Number < Store->size(); ++Number) {
      if (!Store->record(Number).IsOfFunction)
        Places.push_back({Store, Number, Store->order(Number)});
      else if (auto Counts = Prototypes.find(Store->key(Number)); Counts != Prototypes.end())
        Places.push_back({Store, Number, Counts->second});
    }
  std::sort(Places.begin(), Places.end(),
            [](const Place &A, const Place &B) { return std::tie(A.Order, A.Number) < std::tie(B.Order, B.Number); });
  if (Stores.size() > 1) {
    std::unordered_set<Key> Seen(Places.size());
    std::erase_if(Places, [&](const Place &At) { return !Seen.insert(At.Store->key(At.Number)).second; });
  }
  return Places;
}

void Assembly::index(std::span<const Place> Places) {
  Ids.reserve(Places.size() * 2);
  TypeId Next = All.end();
  for (const Place &At : Places) {
    const TypeRecord &Record = At.record();
    Ids.emplace(At.Store->key(At.Number), Next);
    Kind What = Record.What == Kind::Forward ? (Record.Flag ? Kind::Union : Kind::Struct) : Record.What;
    if (Record.Name && isComposite(What))
      (Record.What == Kind::Forward ? Forwards : Ids).emplace(keyOfName(What, hashText(Record.Name)), Next);
    if (Record.What == Kind::Int && !ArrayIndex && Record.Name && std::string_view(Record.Name) == "int")
      ArrayIndex = Next;
    ++Next;
  }
  bool HasArrays =
      std::any_of(Places.begin(), Places.end(), [](const Place &At) { return At.record().What == Kind::Array; });
  if (!ArrayIndex && HasArrays)
    ArrayIndex = Next;
}

TypeId Assembly::resolve(Key K) const {
  if (auto Found = Ids.find(K); Found != Ids.end())
    return Found->second;
  auto Declared = Forwards.find(K);
  return Declared == Forwards.end() ? 0 : Declared->second;
}

void Assembly::add(const Place &At) {
  const TypeRecord &Record = At.record();
  auto NameOf = [&](const char *Text) { return Text ? All.Strings.add(Text) : 0; };
  Type T = {.What = Record.What,
            .Flag = Record.Flag,
            .Name = NameOf(Record.Name),
            .Size = Record.Size,
            .Target = resolve(Record.Target),
            .Detail = Record.Detail};
  std::span<const Element> Elements = At.Store->elements(At.Number);
  auto AddAll = [&](auto Make) {
    std::vector<decltype(Make(Elements[0]))> Made;
    Made.reserve(Elements.size());
    for (const Element &Each : Elements)
      Made.push_back(Make(Each));
    All.add(T, std::span<const typename decltype(Made)::value_type>(Made));
  };
  switch (Record.What) {
  case Kind::Array:
    All.add(T, Array{resolve(Elements[0].Value), ArrayIndex, uint32_t(Elements[0].More)});
    break;
  case Kind::Struct:
  case Kind::Union:
    AddAll([&](const Element &E) {
      return Member{NameOf(E.Name), resolve(E.Value), uint32_t(E.More), uint32_t(E.More >> 32)};
    });
    break;
  case Kind::Enum:
  case Kind::Enum64:
    AddAll([&](const Element &E) { return Enumerator{NameOf(E.Name), E.Value}; });
    break;
  case Kind::FunctionPrototype:
    AddAll([&](const Element &E) { return Parameter{NameOf(E.Name), resolve(E.Value)}; });
    break;
  default:
    All.add(T);
  }
}

void Assembly::addTypes(std::span<const TypeStore *const> Stores, std::span<const SeenFunction> Functions) {
  std::vector<Place> Places = inOrder(Stores, Functions);
  index(Places);
  for (const Place &At : Places)
    add(At);
  // LLVM's name for what arrays are indexed with, where a program has no int.
  if (ArrayIndex == All.end())
    All.add({.What = Kind::Int, .Name = All.Strings.add("__ARRAY_SIZE_TYPE__"), .Size = 4, .Detail = 32});
}

void Assembly::addTag(const char *Text, TypeId Of, uint32_t Component) {
  All.add({.What = Kind::DeclTag, .Name = All.Strings.add(Text), .Target = Of, .Detail = Component});
}

void Assembly::addFunctions(std::span<const SeenFunction> Functions, bool HasLinkage) {
  for (const SeenFunction &Each : Functions) {
    Linkage Scope = HasLinkage && Each.IsExternal ? Linkage::Global : Linkage::Static;
    TypeId Id = All.add({.What = Kind::Function,
                         .Name = All.Strings.add(Each.Name),
                         .Target = resolve(Each.Prototype),
                         .Detail = uint32_t(Scope)});
    for (const SeenTag &Tag : Each.Tags)
      addTag(Tag.Text, Id, Tag.Component);
  }
}

void Assembly::addSection(std::span<const SeenVariable> Of, const SectionOfVariables &Section, bool HasSizes) {
  std::vector<SectionVariable> Variables;
  for (const SeenVariable &Each : Of) {
    TypeId Type = resolve(Each.Of);
    uint64_t Size = std::max<uint64_t>(sizeOf(All, Type).value_or(0), Each.Bytes);
    if (!Size || Size > UINT32_MAX)
      continue;
    TypeId Id = All.add({.What = Kind::Variable,
                         .Name = All.Strings.add(Each.Name),
                         .Target = Type,
                         .Detail = uint32_t(Each.IsExternal ? Linkage::Global : Linkage::Static)});
    Variables.push_back({Id, Each.Offset, uint32_t(Size)});
    for (const char *Text : Each.Tags)
      addTag(Text, Id, ~0U);
  }
  if (Variables.empty())
    return;
  uint32_t End = Variables.back().Offset + Variables.back().Size;
  All.add({.What = Kind::DataSection,
           .Name = All.Strings.add(Section.Name),
           .Size = HasSizes ? uint32_t(Section.Bytes) : End},
          std::span<const SectionVariable>(Variables));
}

void Assembly::addVariables(std::vector<SeenVariable> Seen, std::span<const SectionOfVariables> Sections,
                            bool HasSizes) {
  std::sort(Seen.begin(), Seen.end(), [](const SeenVariable &A, const SeenVariable &B) {
    return std::tie(A.Section, A.Offset, A.Order) < std::tie(B.Section, B.Offset, B.Order);
  });
  for (auto First = Seen.begin(); First != Seen.end();) {
    auto Last = std::find_if(First, Seen.end(), [&](const SeenVariable &V) { return V.Section != First->Section; });
    addSection({First, Last}, Sections[First->Section], HasSizes);
    First = Last;
  }
}

TypeGraph Assembly::finish() {
  // Two variables of one name and type are two.
  std::vector<uint32_t> Apart(All.end());
  for (TypeId Id = All.firstOwn(); Id < All.end(); ++Id)
    Apart[Id] = All[Id].What == Kind::Variable ? Id : 0;
  std::vector<TypeId> Same = sameTypes(All, Apart);
  TypeGraph Kept = All.emptied();
  IdMap NewIds = placesOfFirst(All, Same, Kept);
  TypeCopier Copier(All, Kept);
  for (TypeId Id = All.firstOwn(); Id < All.end(); ++Id)
    if (Same[Id] == Id)
      Copier.copy(Id, NewIds);
  return Kept;
}

} // namespace bpf::btf::dwarf
