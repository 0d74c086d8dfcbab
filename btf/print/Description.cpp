// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Ids do not show: a type is what is written in C for it, and where its members are. Members of structures without a
// name are members of the one around them, as in C.
#include "btf/print/Description.h"
#include "btf/Linkage.h"
#include <unordered_map>

namespace bpf::btf {

namespace {

class Describer {
public:
  explicit Describer(const TypeGraph &Types);
  Description type(TypeId Id);

private:
  std::string title(TypeId Id) const;
  void ofKind(TypeId Id);
  void members(TypeId Id, uint64_t Above);
  void enumerators(TypeId Id);
  void variables(TypeId Id);
  void tags(TypeId Id);
  void add(std::string What, std::string Value) { Parts.push_back({std::move(What), std::move(Value)}); }

  /// Structures made by hand can hold each other without an end; no compiler writes as many members.
  static constexpr size_t MostParts = 200'000;

  const TypeGraph &Types;
  Declarations Text;
  std::unordered_multimap<TypeId, TypeId> Tags; ///< of each type that has any
  std::vector<Part> Parts;
};

} // namespace

static std::string quoted(std::string_view Name) { return Name.empty() ? "" : " '" + std::string(Name) + "'"; }

Describer::Describer(const TypeGraph &Types) : Types(Types), Text(Types) {
  for (TypeId Id = Types.end(); Id-- > Types.firstOwn();)
    if (Types[Id].What == Kind::DeclTag)
      Tags.insert({Types[Id].Target, Id});
}

std::string Describer::title(TypeId Id) const {
  std::string Name(Types.name(Id));
  switch (Types[Id].What) {
  case Kind::Struct:
    return "struct " + Name;
  case Kind::Union:
    return "union " + Name;
  case Kind::Enum:
  case Kind::Enum64:
    if (Name.empty() && Types[Id].Count)
      return "enum with '" + std::string(Types.text(Types.enumerators(Id).front().Name)) + "'";
    return "enum " + Name;
  case Kind::Forward:
    return (Types[Id].Flag ? "declaration of union " : "declaration of struct ") + Name;
  case Kind::Typedef:
    return "typedef " + Name;
  case Kind::Function:
    return "function " + Name;
  case Kind::Variable:
    return "variable " + Name;
  case Kind::DataSection:
    return "section " + Name;
  default:
    return "type " + Name;
  }
}

void Describer::members(TypeId Id, uint64_t Above) {
  for (const Member &Each : Types.members(Id)) {
    if (Parts.size() >= MostParts)
      return;
    const Type &Of = Types[Each.Of];
    uint64_t At = Above + Each.BitOffset;
    if (!Each.Name && !Of.Name && isComposite(Of.What)) {
      members(Each.Of, At);
      continue;
    }
    std::string Value = Text.write(Each.Of) + " at " + std::to_string(At / 8);
    if (Each.BitSize)
      Value += ", bit " + std::to_string(At % 8) + ", " + std::to_string(Each.BitSize) + " bits";
    add("member" + quoted(Types.text(Each.Name)), std::move(Value));
  }
}

void Describer::enumerators(TypeId Id) {
  for (const Enumerator &Each : Types.enumerators(Id))
    add("enumerator" + quoted(Types.text(Each.Name)),
        Types[Id].Flag ? std::to_string(int64_t(Each.Value)) : std::to_string(Each.Value));
}

void Describer::variables(TypeId Id) {
  for (const SectionVariable &Each : Types.variables(Id))
    add("variable" + quoted(Types.name(Each.Variable)),
        std::to_string(Each.Size) + " bytes at " + std::to_string(Each.Offset));
}

void Describer::ofKind(TypeId Id) {
  const Type &T = Types[Id];
  const Type &Of = Types[T.Target];
  if (T.What == Kind::Typedef && !Of.Name && isComposite(Of.What)) {
    add("type", Of.What == Kind::Struct ? "struct" : "union");
    return ofKind(T.Target);
  }
  if (T.What == Kind::Typedef || T.What == Kind::Variable)
    add("type", Text.write(T.Target));
  if (T.What == Kind::Function)
    add("type", Text.write(T.Target, std::string(Types.text(T.Name))));
  if (T.What == Kind::Function || T.What == Kind::Variable)
    add("linkage", std::string(linkageWord(T.Detail)));
  if (T.What == Kind::Int) {
    IntegerEncoding As = integerEncoding(T);
    add("encoding", std::string(As.IsSigned ? "signed"
                                : As.IsChar ? "char"
                                : As.IsBool ? "bool"
                                            : "unsigned") +
                        ", " + std::to_string(As.Bits) + " bits at " + std::to_string(As.BitOffset));
  }
  if (T.What == Kind::Enum || T.What == Kind::Enum64)
    add("sign", T.Flag ? "signed" : "unsigned");
  if (T.Size)
    add("size", std::to_string(T.Size));
  members(Id, 0);
  enumerators(Id);
  variables(Id);
}

void Describer::tags(TypeId Id) {
  auto [First, Last] = Tags.equal_range(Id);
  for (auto Each = First; Each != Last; ++Each) {
    int32_t Component = Types[Each->second].Detail;
    add("tag" + quoted(Types.name(Each->second)),
        Component < 0 ? "of all" : "of component " + std::to_string(Component));
  }
}

Description Describer::type(TypeId Id) {
  Parts.clear();
  ofKind(Id);
  if (!Tags.empty())
    tags(Id);
  return {title(Id), std::move(Parts)};
}

std::vector<Description> describe(const TypeGraph &Types) {
  Describer One(Types);
  std::vector<Description> All;
  for (TypeId Id = Types.firstOwn(); Id < Types.end(); ++Id) {
    const Type &T = Types[Id];
    bool IsEnum = T.What == Kind::Enum || T.What == Kind::Enum64;
    if ((T.Name && T.What != Kind::DeclTag && T.What != Kind::TypeTag) || (IsEnum && T.Count))
      All.push_back(One.type(Id));
  }
  return All;
}

} // namespace bpf::btf
