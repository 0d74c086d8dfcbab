// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Each structure may be any of the base's with the same contents, until a member shows that it is not; what refers
// to it may then not be what it was either, and so on until nothing changes. Pairs are dropped, and never a choice made
// before the end: of the base's namesakes the one is found that agrees however deep. As btf__dedup() of libbpf has it,
// members agree also where one side declares only what the other defines.
#include "btf/OnBase.h"
#include "btf/Content.h"
#include "btf/CopyTypes.h"
#include <algorithm>
#include <bit>

namespace bpf::btf {

namespace {

constexpr TypeId NoMatch = ~TypeId(0), Unknown = NoMatch - 1;

class Matcher {
public:
  Matcher(const TypeGraph &Module, const BaseIndex &Index);
  TypeGraph run();

private:
  bool isAlike(TypeId Id, TypeId Its);
  bool isMember(TypeId Id, TypeId Its);
  void findPairs();
  bool dropPairs();
  TypeId declared(TypeId Id) const;
  TypeId compute(TypeId Id);
  TypeId match(TypeId Id);
  std::vector<TypeId> &pairsOf(TypeId Id) { return Pairs[Id - All.firstOwn()]; }

  const BaseIndex &Index;
  TypeGraph All;                          ///< the base, and all of Own behind it
  std::vector<std::vector<TypeId>> Pairs; ///< what each structure may be
  std::vector<TypeId> Alike;              ///< what each type was found to be alike in this round
  std::vector<TypeId> Matches;            ///< what each type is, when pairs are dropped no more
};

} // namespace

// Backwards, so that the first type comes first. Two types for a slot are found as fast as one, and half of the memory
// is not touched.
BaseIndex::BaseIndex(std::shared_ptr<const TypeGraph> From)
    : Base(std::move(From)), Heads(std::bit_floor(size_t(Base->end()))), Next(Base->end()) {
  for (TypeId Id = Base->end(); Id-- > 1;) {
    StringOffset Name = (*Base)[Id].Name;
    uint64_t Hash = Name ? mix(0, Name) : hashNameless(*Base, Id, [](TypeId To) { return To; });
    Next[Id] = std::exchange(Heads[Hash & (Heads.size() - 1)], Id);
  }
}

/// Whether the one is a declaration, and the other a body that it may mean.
static bool declares(const Type &Declaration, const Type &Body) {
  if (!isForward(Declaration) || isForward(Body) || Declaration.Name != Body.Name)
    return false;
  if (Declaration.What == Kind::Enum)
    return Body.What == Kind::Enum || Body.What == Kind::Enum64;
  return Body.What == (Declaration.Flag ? Kind::Union : Kind::Struct);
}

Matcher::Matcher(const TypeGraph &Module, const BaseIndex &Index) : Index(Index), All(Index.types()) {
  All.Order = Module.Order;
  All.PointerBytes = Module.PointerBytes;
  copyTypes(Module, ownTypes(Module), All);
  Pairs.resize(All.end() - All.firstOwn());
  Matches.assign(Pairs.size(), Unknown);
}

/// Whether Agree holds for what two types with the same content refer to, one by one.
template <typename Function> static bool allReferences(const TypeGraph &Types, TypeId A, TypeId B, Function Agree) {
  auto ForEach = [&](auto One, auto Other) {
    return std::equal(One.begin(), One.end(), Other.begin(), Other.end(),
                      [&](const auto &X, const auto &Y) { return Agree(X.Of, Y.Of); });
  };
  const Array &Mine = Types.array(A), &Its = Types.array(B);
  switch (Types[A].What) {
  case Kind::Struct:
  case Kind::Union:
    return ForEach(Types.members(A), Types.members(B));
  case Kind::FunctionPrototype:
    return Agree(Types[A].Target, Types[B].Target) && ForEach(Types.parameters(A), Types.parameters(B));
  case Kind::Array:
    return Agree(Mine.Element, Its.Element) && Agree(Mine.Index, Its.Index);
  default:
    return Agree(Types[A].Target, Types[B].Target);
  }
}

/// Whether a member may be of the one type here and of the other in the base.
bool Matcher::isMember(TypeId Id, TypeId Its) {
  if (Id < All.firstOwn())
    return Id == Its;
  const Type &Mine = All[Id], &Other = All[Its];
  if (declares(Mine, Other) || declares(Other, Mine))
    return true;
  if (!isComposite(Mine.What))
    return isAlike(Id, Its);
  return std::find(pairsOf(Id).begin(), pairsOf(Id).end(), Its) != pairsOf(Id).end();
}

bool Matcher::isAlike(TypeId Id, TypeId Its) {
  TypeId &Known = Alike[Id - All.firstOwn()];
  if (Known == Its)
    return true;
  if (!sameContent(All, Id, Its) || !allReferences(All, Id, Its, [&](TypeId A, TypeId B) { return isMember(A, B); }))
    return false;
  Known = Its;
  return true;
}

void Matcher::findPairs() {
  for (TypeId Id = All.firstOwn(); Id < All.end(); ++Id) {
    if (!isComposite(All[Id].What))
      continue;
    auto Try = [&](TypeId Its) {
      if (sameContent(All, Id, Its))
        pairsOf(Id).push_back(Its);
      return false;
    };
    if (StringOffset Name = All[Id].Name)
      Index.findNamed(Name, Try);
    else
      Index.findNameless(hashNameless(All, Id, [](TypeId To) { return To; }), Try);
  }
}

/// \returns whether there was one to drop.
bool Matcher::dropPairs() {
  size_t Dropped = 0;
  Alike.assign(Pairs.size(), NoMatch);
  for (TypeId Id = All.firstOwn(); Id < All.end(); ++Id)
    Dropped += std::erase_if(pairsOf(Id), [&](TypeId Its) { return !isAlike(Id, Its); });
  return Dropped != 0;
}

/// What the base has of a name that is declared only: its one body, or else its declaration.
TypeId Matcher::declared(TypeId Id) const {
  const Type &T = All[Id];
  TypeId Body = NoMatch, Forward = NoMatch;
  unsigned Bodies = 0;
  Index.findNamed(T.Name, [&](TypeId Its) {
    const Type &Other = All[Its];
    if (isForward(Other) && Other.What == T.What && Other.Flag == T.Flag)
      Forward = Its;
    else if (declares(T, Other))
      Body = Its, ++Bodies;
    return false;
  });
  return Bodies == 1 ? Body : Forward;
}

TypeId Matcher::compute(TypeId Id) {
  const Type &T = All[Id];
  if (T.What == Kind::Variable || T.What == Kind::DataSection || T.What == Kind::DeclTag)
    return NoMatch;
  if (isComposite(T.What))
    return pairsOf(Id).empty() ? NoMatch : pairsOf(Id).front();
  if (isForward(T))
    return declared(Id);
  bool IsWhole = true;
  eachReference(All, Id, [&](TypeId To) { IsWhole = IsWhole && match(To) != NoMatch; });
  if (!IsWhole)
    return NoMatch;
  TypeId Found = NoMatch;
  auto Try = [&](TypeId Its) {
    if (sameContent(All, Id, Its) && allReferences(All, Id, Its, [&](TypeId A, TypeId B) { return match(A) == B; }))
      Found = Its;
    return Found == Its;
  };
  if (T.Name)
    Index.findNamed(T.Name, Try);
  else
    Index.findNameless(hashNameless(All, Id, [&](TypeId To) { return match(To); }), Try);
  return Found;
}

TypeId Matcher::match(TypeId Id) {
  if (Id < All.firstOwn())
    return Id;
  TypeId Known = Matches[Id - All.firstOwn()];
  return Known != Unknown ? Known : Matches[Id - All.firstOwn()] = compute(Id);
}

TypeGraph Matcher::run() {
  findPairs();
  while (dropPairs()) {
  }
  TypeGraph Split = All.emptied();
  IdMap NewIds(All);
  TypeId Next = Split.end();
  for (TypeId Id = All.firstOwn(); Id < All.end(); ++Id)
    NewIds.set(Id, match(Id) == NoMatch ? Next++ : match(Id));
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

TypeGraph onBase(const TypeGraph &Module, const BaseIndex &Index) { return Matcher(Module, Index).run(); }

} // namespace bpf::btf
