// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Which types a type refers to.
#ifndef BPFTOOLCHAIN_BTF_REFERENCES_H
#define BPFTOOLCHAIN_BTF_REFERENCES_H

#include "btf/BTF.h"

namespace bpf::btf {

/// Calls Visit(TypeId) for each type that the type names, void and repeats included, in the order of the encoding.
template <typename Function> void eachReference(const TypeGraph &Types, TypeId Id, Function Visit) {
  switch (Types[Id].What) {
  case Kind::Array:
    Visit(Types.array(Id).Element);
    Visit(Types.array(Id).Index);
    break;
  case Kind::Struct:
  case Kind::Union:
    for (const Member &Each : Types.members(Id))
      Visit(Each.Of);
    break;
  case Kind::FunctionPrototype:
    Visit(Types[Id].Target);
    for (const Parameter &Each : Types.parameters(Id))
      Visit(Each.Of);
    break;
  case Kind::DataSection:
    for (const SectionVariable &Each : Types.variables(Id))
      Visit(Each.Variable);
    break;
  case Kind::Void:
  case Kind::Int:
  case Kind::Float:
  case Kind::Enum:
  case Kind::Enum64:
  case Kind::Forward:
    break;
  default:
    Visit(Types[Id].Target);
  }
}

/// Puts Change(TypeId) in the place of each of them.
template <typename Function> void changeReferences(TypeGraph &Types, TypeId Id, Function Change) {
  switch (Types[Id].What) {
  case Kind::Array: {
    Array &Of = Types.changeArray(Id);
    Of = {Change(Of.Element), Change(Of.Index), Of.Count};
    break;
  }
  case Kind::Struct:
  case Kind::Union:
    for (Member &Each : Types.changeMembers(Id))
      Each.Of = Change(Each.Of);
    break;
  case Kind::FunctionPrototype:
    for (Parameter &Each : Types.changeParameters(Id))
      Each.Of = Change(Each.Of);
    break;
  case Kind::DataSection:
    for (SectionVariable &Each : Types.changeVariables(Id))
      Each.Variable = Change(Each.Variable);
    break;
  default:
    break;
  }
  // 0 where the kind has none.
  Types.change(Id).Target = Change(Types[Id].Target);
}

} // namespace bpf::btf

#endif
