// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The order of types in C: types of members have to be complete before a structure, types that are only pointed at
// to be declared. The rest, pointers, arrays, qualifiers and what has no name, is written where it is used.
#include "btf/print/COrder.h"
#include "btf/print/CLayout.h"

namespace bpf::btf {

/// Deeper than any C is: from here on, references of damaged BTF are not followed.
constexpr unsigned MaxDepth = 2000;

namespace {

enum class Need { Name, Contents };

class Order {
public:
  Order(const TypeGraph &Types, const CNames &Names) : Types(Types), Names(Names), States(Types.end()) {}

  void choose(TypeId Id);
  void chooseEnum(TypeId Id);
  void chooseFunction(TypeId Id);
  std::vector<NeededType> Done;

private:
  enum class State : uint8_t { New, Open, Defined };
  void visit(TypeId Id, Need Needed, TypeId Body);
  void visitType(TypeId Id, Need Needed, TypeId Body);
  void composite(TypeId Id, Need Needed, TypeId Body);
  void typeDefinition(TypeId Id, Need Needed);
  void enumeration(TypeId Id, Need Needed);
  void contents(TypeId Id, TypeId Body);
  void declare(TypeId Id);
  void define(TypeId Id) { Done.push_back({Id, true}); }

  const TypeGraph &Types;
  const CNames &Names;
  std::vector<State> States;
  std::vector<bool> IsDeclared = std::vector<bool>(States.size());
  unsigned Depth = 0;
};

} // namespace

void Order::declare(TypeId Id) {
  if (!IsDeclared[Id])
    Done.push_back({Id, false});
  IsDeclared[Id] = true;
}

/// \p Body is the type in whose braces, or behind whose typedef, this one is mentioned: within them a structure's own
/// tag needs no declaration.
void Order::visit(TypeId Id, Need Needed, TypeId Body) {
  if (Depth > MaxDepth)
    return;
  ++Depth;
  visitType(Names.meant(Id), Needed, Body);
  --Depth;
}

void Order::visitType(TypeId Id, Need Needed, TypeId Body) {
  const Type &T = Types[Id];
  switch (T.What) {
  case Kind::Volatile:
  case Kind::Const:
  case Kind::Restrict:
  case Kind::TypeTag:
    return visit(T.Target, Needed, Body);
  case Kind::Pointer:
    return visit(T.Target, Need::Name, Body);
  case Kind::Array:
    // Of an incomplete type there is no array, not even one that is only pointed at.
    return visit(Types.array(Id).Element, Need::Contents, Body);
  case Kind::FunctionPrototype:
    visit(T.Target, Need::Name, Body);
    for (const Parameter &Each : Types.parameters(Id))
      visit(Each.Of, Need::Name, Body);
    return;
  case Kind::Struct:
  case Kind::Union:
    return composite(Id, Needed, Body);
  case Kind::Forward:
    return T.Name ? declare(Id) : void();
  case Kind::Enum:
  case Kind::Enum64:
    return enumeration(Id, Needed);
  case Kind::Typedef:
    return typeDefinition(Id, Needed);
  default:
    return;
  }
}

void Order::contents(TypeId Id, TypeId Body) {
  for (const Member &Each : Types.members(Id))
    visit(withoutVaList(Types, Each.Of), Need::Contents, Body);
}

void Order::composite(TypeId Id, Need Needed, TypeId Body) {
  State &Now = States[Id];
  if (Now == State::Defined)
    return;
  if (!Types[Id].Name) {
    // It is written in place, and so are the needs of what it is in.
    if (Now == State::Open)
      return;
    Now = State::Open;
    contents(Id, Body);
    Now = State::Defined;
    return;
  }
  if (Needed == Need::Name || Now == State::Open) {
    if (Id != Body)
      declare(Id);
    return;
  }
  Now = State::Open;
  contents(Id, Id);
  Now = State::Defined;
  IsDeclared[Id] = true;
  define(Id);
}

/// Of a structure that is complete, where its contents are needed; but before that structure where the structure itself
/// mentions it, as in `typedef struct node node_t; struct node { node_t *next; };`.
void Order::typeDefinition(TypeId Id, Need Needed) {
  State &Now = States[Id];
  if (isVaList(Types, Id))
    return;
  if (Now == State::Defined || (IsDeclared[Id] && (Needed == Need::Name || Now == State::Open)))
    return;
  if (Now == State::Open)
    Needed = Need::Name;
  bool IsMentioned = Now == State::Open;
  if (IsMentioned)
    IsDeclared[Id] = true;
  Now = State::Open;
  visit(Types[Id].Target, Needed, Id);
  if (IsMentioned || !IsDeclared[Id])
    define(Id);
  IsDeclared[Id] = true;
  if (!IsMentioned)
    Now = Needed == Need::Name ? State::New : State::Defined;
}

/// One without enumerators is a forward declaration: it is given some only where its size counts.
void Order::enumeration(TypeId Id, Need Needed) {
  if (States[Id] == State::Defined)
    return;
  if (Needed == Need::Name && Types[Id].Name && !Types[Id].Count)
    return declare(Id);
  States[Id] = State::Defined;
  if (Types[Id].Name)
    define(Id);
}

/// A type that is asked for, and not only needed.
void Order::choose(TypeId Id) {
  const Type &T = Types[Id];
  bool IsEnum = T.What == Kind::Enum || T.What == Kind::Enum64;
  bool HasPlace = IsEnum || isComposite(T.What) || T.What == Kind::Typedef;
  if (T.Name && (HasPlace || T.What == Kind::Forward))
    visit(Id, IsEnum || T.What == Kind::Forward ? Need::Name : Need::Contents, 0);
}

/// Constants that have no type: whatever is written in place was seen before.
void Order::chooseEnum(TypeId Id) {
  bool IsEnum = Types[Id].What == Kind::Enum || Types[Id].What == Kind::Enum64;
  if (IsEnum && !Types[Id].Name && Types[Id].Count && States[Id] == State::New)
    define(Id);
}

void Order::chooseFunction(TypeId Id) {
  if (Types[Id].What != Kind::Function || !Names.hasTag(Id, "bpf_kfunc"))
    return;
  visit(Types[Id].Target, Need::Name, Id);
  define(Id);
}

std::vector<NeededType> needed(const TypeGraph &Types, const CNames &Names, std::span<const TypeId> Ids) {
  Order Of(Types, Names);
  for (TypeId Id : Ids)
    Of.choose(Id);
  for (TypeId Id : Ids)
    Of.chooseEnum(Id);
  for (TypeId Id : Ids)
    Of.chooseFunction(Id);
  return std::move(Of.Done);
}

std::vector<NeededType> needed(const TypeGraph &Types, std::span<const TypeId> Ids) {
  return needed(Types, CNames(Types), Ids);
}

} // namespace bpf::btf
