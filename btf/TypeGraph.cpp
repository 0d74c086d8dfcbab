// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Types lie in one array, and what they are made of in one array a sort of element.
#include "btf/BTF.h"
#include <numeric>

namespace bpf::btf {

std::string_view word(Kind K) {
  static constexpr std::string_view Words[] = {
#define KIND(Id, Number, Word, Shape) Word,
#include "btf/Kinds.def"
  };
  return Words[unsigned(K)];
}

IntegerEncoding integerEncoding(const Type &Integer) {
  uint32_t Encoding = Integer.Detail >> 24 & 15;
  return {(Encoding & 1) != 0, (Encoding & 2) != 0, (Encoding & 4) != 0, Integer.Detail >> 16 & 255,
          Integer.Detail & 255};
}

TypeGraph::TypeGraph(std::shared_ptr<const TypeGraph> From)
    : Strings(From ? &From->Strings : nullptr), Base(std::move(From)), FirstOwn(Base ? Base->end() : 1) {
  if (!Base)
    return;
  Order = Base->Order;
  PointerBytes = Base->PointerBytes;
}

TypeGraph TypeGraph::emptied() const {
  TypeGraph Empty(Base);
  Empty.Order = Order;
  Empty.PointerBytes = PointerBytes;
  return Empty;
}

const Type &TypeGraph::ofBase(TypeId Id) const {
  static constexpr Type Void;
  return Id == 0 ? Void : owner(Id)[Id];
}

std::span<Member> TypeGraph::changeMembers(TypeId Id) {
  const Type &Composite = change(Id);
  return std::span(Members).subspan(Composite.First, Composite.Count);
}

std::span<SectionVariable> TypeGraph::changeVariables(TypeId Id) {
  const Type &Section = change(Id);
  return std::span(Variables).subspan(Section.First, Section.Count);
}

std::span<Parameter> TypeGraph::changeParameters(TypeId Id) {
  const Type &Prototype = change(Id);
  return std::span(Parameters).subspan(Prototype.First, Prototype.Count);
}

std::span<Enumerator> TypeGraph::changeEnumerators(TypeId Id) {
  const Type &Enum = change(Id);
  return std::span(Enumerators).subspan(Enum.First, Enum.Count);
}

void TypeGraph::reserve(const Room &Needed) {
  Types.reserve(Types.size() + Needed.Types);
  Arrays.reserve(Arrays.size() + Needed.Arrays);
  Members.reserve(Members.size() + Needed.Members);
  Parameters.reserve(Parameters.size() + Needed.Parameters);
}

template <typename Element> static Type append(std::vector<Element> &All, Type T, std::span<const Element> Of) {
  T.First = All.size();
  T.Count = Of.size();
  All.insert(All.end(), Of.begin(), Of.end());
  return T;
}

TypeId TypeGraph::add(Type T, const Array &Of) { return add(append(Arrays, T, std::span(&Of, 1))); }
TypeId TypeGraph::add(Type T, std::span<const Member> Of) { return add(append(Members, T, Of)); }
TypeId TypeGraph::add(Type T, std::span<const Enumerator> Of) { return add(append(Enumerators, T, Of)); }
TypeId TypeGraph::add(Type T, std::span<const Parameter> Of) { return add(append(Parameters, T, Of)); }
TypeId TypeGraph::add(Type T, std::span<const SectionVariable> Of) { return add(append(Variables, T, Of)); }

std::vector<TypeId> ownTypes(const TypeGraph &Types) {
  std::vector<TypeId> Ids(Types.end() - Types.firstOwn());
  std::iota(Ids.begin(), Ids.end(), Types.firstOwn());
  return Ids;
}

std::vector<TypeId> named(const TypeGraph &Types, std::string_view Name) {
  std::vector<TypeId> Ids;
  for (TypeId Id = 1; Id < Types.end(); ++Id)
    if (Types.name(Id) == Name)
      Ids.push_back(Id);
  return Ids;
}

} // namespace bpf::btf
