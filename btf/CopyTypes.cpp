// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A graph of a kernel has half a million names and fifty thousand strings: what a string became is remembered.
#include "btf/CopyTypes.h"

namespace bpf::btf {

TypeCopier::TypeCopier(const TypeGraph &From, TypeGraph &To)
    : From(From), To(To), Kept(From.base() && From.base() == To.base() ? From.Strings.begin() : 0),
      Offsets(From.Strings.end() - Kept) {}

StringOffset TypeCopier::string(StringOffset Offset) {
  if (Offset < Kept)
    return Offset;
  StringOffset &New = Offsets[Offset - Kept];
  if (Offset && !New)
    New = To.Strings.add(From.text(Offset));
  return New;
}

TypeId TypeCopier::copy(TypeId Id, const IdMap &NewIds) {
  Type T = From[Id];
  T.Name = string(T.Name);
  T.Target = NewIds(T.Target);
  auto Changed = [](auto Elements, auto Change) {
    std::vector<typename decltype(Elements)::value_type> New(Elements.begin(), Elements.end());
    for (auto &Each : New)
      Change(Each);
    return New;
  };
  auto Rename = [&](auto &Each) { Each.Name = string(Each.Name); };
  auto RenameAndMap = [&](auto &Each) { Each.Name = string(Each.Name), Each.Of = NewIds(Each.Of); };
  auto MapVariable = [&](SectionVariable &Each) { Each.Variable = NewIds(Each.Variable); };
  switch (T.What) {
  case Kind::Array: {
    const Array &Of = From.array(Id);
    return To.add(T, Array{NewIds(Of.Element), NewIds(Of.Index), Of.Count});
  }
  case Kind::Struct:
  case Kind::Union:
    return To.add(T, std::span<const Member>(Changed(From.members(Id), RenameAndMap)));
  case Kind::Enum:
  case Kind::Enum64:
    return To.add(T, std::span<const Enumerator>(Changed(From.enumerators(Id), Rename)));
  case Kind::FunctionPrototype:
    return To.add(T, std::span<const Parameter>(Changed(From.parameters(Id), RenameAndMap)));
  case Kind::DataSection:
    return To.add(T, std::span<const SectionVariable>(Changed(From.variables(Id), MapVariable)));
  default:
    return To.add(T);
  }
}

IdMap placesOfFirst(const TypeGraph &From, std::span<const TypeId> Same, const TypeGraph &To) {
  IdMap NewIds(From);
  TypeId Next = To.end();
  for (TypeId Id = From.firstOwn(); Id < From.end(); ++Id)
    if (Same[Id] == Id)
      NewIds.set(Id, Next++);
  for (TypeId Id = From.firstOwn(); Id < From.end(); ++Id)
    NewIds.set(Id, NewIds(Same[Id]));
  return NewIds;
}

IdMap copyTypes(const TypeGraph &From, std::span<const TypeId> Ids, TypeGraph &To) {
  IdMap NewIds(From);
  TypeId Next = To.end();
  for (TypeId Id : Ids)
    NewIds.set(Id, Next++);
  TypeCopier Copier(From, To);
  for (TypeId Id : Ids)
    Copier.copy(Id, NewIds);
  return NewIds;
}

} // namespace bpf::btf
