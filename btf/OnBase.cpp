// All structures with a namesake in the base are taken for it, until a member shows that they are not; who refers to
// such a one is not the base's either, and so on until nothing changes. As btf__dedup() of libbpf has it, members agree
// also where the base declares only what a module defines.
#include "btf/OnBase.h"
#include "btf/Content.h"
#include "btf/CopyTypes.h"
#include "btf/References.h"
#include <bit>

namespace bpf::btf {

namespace {

constexpr TypeId NoMatch = ~TypeId(0);

class Matcher {
public:
  Matcher(const TypeGraph &Own, const BaseIndex &Index) : Index(Index), All(Index.types()) {
    All.Order = Own.Order;
    All.PointerBytes = Own.PointerBytes;
    copyTypes(Own, ownTypes(Own), All);
    Candidates.assign(All.end() - All.firstOwn(), 0);
  }
  TypeGraph run();

private:
  static constexpr TypeId Unknown = NoMatch - 1;
  TypeId match(TypeId Id);
  TypeId compute(TypeId Id);
  TypeId candidate(TypeId Id, TypeId After) const;
  bool agrees(TypeId Id, TypeId Its);
  bool isLike(TypeId Id, TypeId Its);
  TypeId declared(TypeId Id) const;
  bool isNamedComposite(TypeId Id) const {
    const Type &T = All[Id];
    return (T.What == Kind::Struct || T.What == Kind::Union) && T.Name;
  }

  const BaseIndex &Index;
  TypeGraph All;                  ///< the base, and all of Own behind it
  std::vector<TypeId> Candidates; ///< what each structure with a name is taken for
  std::vector<TypeId> Matches;    ///< what each type is, as far as that is known in this round
};

} // namespace

static bool isComposite(Kind K) { return K == Kind::Struct || K == Kind::Union; }

/// Of what is said without a name: of itself and, but for structures, of what it refers to.
template <typename Function> static uint64_t hashOf(const TypeGraph &Types, TypeId Id, Function Target) {
  uint64_t Hash = contentHash(Types, Id);
  if (!isComposite(Types[Id].What))
    eachReference(Types, Id, [&](TypeId To) { Hash = mix(Hash, Target(To)); });
  return Hash ^ Hash >> 32;
}

BaseIndex::BaseIndex(std::shared_ptr<const TypeGraph> From)
    : Base(std::move(From)), Next(Base->end()), Names(std::bit_ceil(2 * size_t(Base->end()))) {
  size_t Nameless = 0;
  for (TypeId Id = Base->end(); Id-- > 1;) {
    StringOffset Name = (*Base)[Id].Name;
    Nameless += Name == 0;
    if (!Name)
      continue;
    NameSlot &Slot = Names[slotOf(Name)];
    Next[Id] = Slot.First;
    Slot = {Name, Id};
  }
  Slots.resize(std::bit_ceil(2 * Nameless + 1));
  for (TypeId Id = 1; Id < Base->end(); ++Id) {
    if ((*Base)[Id].Name)
      continue;
    size_t At = hashOf(*Base, Id, [](TypeId To) { return To; }) & (Slots.size() - 1);
    while (Slots[At])
      At = (At + 1) & (Slots.size() - 1);
    Slots[At] = Id;
  }
}

/// The next type of the base that a structure may be, by what it says of itself.
TypeId Matcher::candidate(TypeId Id, TypeId After) const {
  TypeId Its = After ? Index.next(After) : Index.first(All[Id].Name);
  while (Its && !sameContent(All, Id, Its))
    Its = Index.next(Its);
  return Its ? Its : NoMatch;
}

/// Whether what Id refers to is what Its refers to, one by one.
bool Matcher::agrees(TypeId Id, TypeId Its) {
  std::vector<TypeId> Targets;
  eachReference(All, Its, [&](TypeId To) { Targets.push_back(To); });
  auto Next = Targets.begin();
  bool IsSame = true, IsLoose = isComposite(All[Id].What);
  eachReference(All, Id, [&](TypeId To) {
    TypeId Other = *Next++;
    IsSame = IsSame && (match(To) == Other || (IsLoose && isLike(To, Other)));
  });
  return IsSame;
}

/// Whether it may stand where the base has Its, in a member.
bool Matcher::isLike(TypeId Id, TypeId Its) {
  if (match(Id) == Its)
    return true;
  const Type &Own = All[Id], &Other = All[Its];
  if (Own.Name && isComposite(Own.What))
    return Other.What == Kind::Forward && Other.Name == Own.Name && Other.Flag == (Own.What == Kind::Union);
  if (!sameContent(All, Id, Its))
    return false;
  std::vector<TypeId> Targets;
  eachReference(All, Its, [&](TypeId To) { Targets.push_back(To); });
  auto Next = Targets.begin();
  bool IsSame = true;
  eachReference(All, Id, [&](TypeId To) {
    TypeId There = *Next++;
    IsSame = IsSame && isLike(To, There);
  });
  return IsSame;
}

/// What the base has of a name that is declared only.
TypeId Matcher::declared(TypeId Id) const {
  const Type &T = All[Id];
  Kind Meant = T.What == Kind::Enum ? Kind::Enum : T.Flag ? Kind::Union : Kind::Struct;
  TypeId Found = NoMatch;
  for (TypeId Its = Index.first(T.Name); Its; Its = Index.next(Its)) {
    if (All[Its].What == Meant && !isForward(All[Its]))
      return Its;
    if (All[Its].What == T.What && All[Its].Flag == T.Flag && isForward(All[Its]))
      Found = Its;
  }
  return Found;
}

TypeId Matcher::compute(TypeId Id) {
  const Type &T = All[Id];
  switch (T.What) {
  case Kind::Variable:
  case Kind::DataSection:
  case Kind::DeclTag:
    return NoMatch;
  default:
    break;
  }
  if (isForward(T))
    return declared(Id);
  bool IsWhole = true;
  if (!isComposite(T.What))
    eachReference(All, Id, [&](TypeId To) { IsWhole = IsWhole && match(To) != NoMatch; });
  if (!IsWhole)
    return NoMatch;
  auto is = [&](TypeId Its) { return sameContent(All, Id, Its) && agrees(Id, Its); };
  if (!T.Name) {
    TypeId Found = Index.find(hashOf(All, Id, [&](TypeId To) { return match(To); }), is);
    return Found ? Found : NoMatch;
  }
  for (TypeId Its = Index.first(T.Name); Its; Its = Index.next(Its))
    if (is(Its))
      return Its;
  return NoMatch;
}

TypeId Matcher::match(TypeId Id) {
  if (Id < All.firstOwn())
    return Id;
  if (isNamedComposite(Id))
    return Candidates[Id - All.firstOwn()];
  TypeId Known = Matches[Id - All.firstOwn()];
  if (Known != Unknown)
    return Known;
  Known = compute(Id);
  return Matches[Id - All.firstOwn()] = Known;
}

TypeGraph Matcher::run() {
  for (TypeId Id = All.firstOwn(); Id < All.end(); ++Id)
    Candidates[Id - All.firstOwn()] = isNamedComposite(Id) ? candidate(Id, 0) : NoMatch;
  for (bool HasChanged = true; HasChanged;) {
    HasChanged = false;
    Matches.assign(All.end() - All.firstOwn(), Unknown);
    for (TypeId Id = All.firstOwn(); Id < All.end(); ++Id) {
      TypeId &Its = Candidates[Id - All.firstOwn()];
      if (!isNamedComposite(Id) || Its == NoMatch || agrees(Id, Its))
        continue;
      Its = candidate(Id, Its);
      HasChanged = true;
    }
  }
  TypeGraph Split(All.sharedBase());
  Split.Order = All.Order;
  Split.PointerBytes = All.PointerBytes;
  IdMap NewIds(All);
  TypeId Next = Split.end();
  for (TypeId Id = All.firstOwn(); Id < All.end(); ++Id) {
    TypeId Its = match(Id);
    NewIds.set(Id, Its == NoMatch ? Next++ : Its);
  }
  TypeCopier Copier(All, Split);
  for (TypeId Id = All.firstOwn(); Id < All.end(); ++Id)
    if (match(Id) == NoMatch)
      Copier.copy(Id, NewIds);
  return Split;
}

std::shared_ptr<const BaseIndex> indexBase(TypeGraph Base) {
  Base.Strings.index();
  return std::make_shared<const BaseIndex>(std::make_shared<const TypeGraph>(std::move(Base)));
}

TypeGraph onBase(const TypeGraph &Own, const BaseIndex &Index) { return Matcher(Own, Index).run(); }

} // namespace bpf::btf
