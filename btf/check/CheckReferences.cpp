// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Each type with its targets: the resolve() of its kind in the kernel. A problem is reported where it is, once, and
// not of all that lead there.
#include "btf/check/Check.h"
#include "btf/print/Declaration.h"

namespace bpf::btf {

namespace {

class ReferenceCheck {
public:
  ReferenceCheck(const TypeGraph &Types, Findings &Found) : Types(Types), Found(Found) {}
  void type(TypeId Id);

private:
  void array(TypeId Id);
  void prototype(TypeId Id);
  void function(TypeId Id);
  void tag(TypeId Id);
  void section(TypeId Id);
  /// An array that is too large has a size for the others, so that it is reported once.
  bool hasSize(TypeId Id) const { return sizeOf(Types, Id) || Types[withoutModifiers(Types, Id)].What == Kind::Array; }
  size_t components(TypeId Target) const;

  const TypeGraph &Types;
  Findings &Found;
};

} // namespace

void ReferenceCheck::array(TypeId Id) {
  const Array &Of = Types.array(Id);
  const Type &Index = Types[withoutModifiers(Types, Of.Index)];
  const Type &Element = Types[withoutModifiers(Types, Of.Element)];
  if (Of.Index && (Index.What != Kind::Int || !isRegular(Index)))
    Found.add(Id, Rule::ArrayIndex);
  if (!Of.Element)
    return;
  std::optional<uint64_t> Size = sizeOf(Types, Of.Element);
  if (!hasSize(Of.Element))
    Found.add(Id, Rule::ArrayElement);
  else if (Element.What == Kind::Int && !isRegular(Element))
    Found.add(Id, Rule::ArrayInteger);
  else if (Size && *Size <= UINT32_MAX && *Size * Of.Count > UINT32_MAX)
    Found.add(Id, Rule::ArraySize);
}

void ReferenceCheck::prototype(TypeId Id) {
  if (Types[Id].Target && !hasSize(Types[Id].Target))
    Found.add(Id, Rule::ReturnType);
  std::span<const Parameter> Parameters = Types.parameters(Id);
  if (!Parameters.empty() && !Parameters.back().Of) {
    if (Parameters.back().Name)
      Found.add(Id, Rule::ParameterEllipsis, "parameter", Parameters.back().Name);
    Parameters = Parameters.first(Parameters.size() - 1);
  }
  for (const Parameter &Each : Parameters) {
    if (Each.Name && !isIdentifier(Types.text(Each.Name)))
      Found.add(Id, Rule::ParameterSpelling, "parameter", Each.Name);
    if (!hasSize(Each.Of))
      Found.add(Id, Rule::ParameterType, "parameter", Each.Name);
  }
}

void ReferenceCheck::function(TypeId Id) {
  if (Types[Types[Id].Target].What != Kind::FunctionPrototype)
    Found.add(Id, Rule::FunctionType);
  for (const Parameter &Each : Types.parameters(Types[Id].Target))
    if (!Each.Name && Each.Of)
      Found.add(Id, Rule::ParameterName);
}

/// How many a tag can be of one of.
size_t ReferenceCheck::components(TypeId Target) const {
  const Type &T = Types[Target];
  return isComposite(T.What) ? T.Count : T.What == Kind::Function ? Types.parameters(T.Target).size() : 0;
}

void ReferenceCheck::tag(TypeId Id) {
  const Type &T = Types[Id];
  Kind Of = Types[T.Target].What;
  int32_t Component = T.Detail;
  if (!isComposite(Of) && Of != Kind::Function && Of != Kind::Variable && Of != Kind::Typedef)
    Found.add(Id, Rule::TagTarget);
  else if (Component >= 0 && size_t(Component) >= components(T.Target))
    Found.add(Id, Rule::TagIndex);
}

void ReferenceCheck::section(TypeId Id) {
  for (const SectionVariable &Each : Types.variables(Id)) {
    const Type &Entry = Types[Each.Variable];
    if (Entry.What != Kind::Variable)
      Found.add(Id, Rule::SectionEntry, "entry", Entry.Name);
  }
}

void ReferenceCheck::type(TypeId Id) {
  const Type &T = Types[Id];
  switch (T.What) {
  case Kind::Array:
    return array(Id);
  case Kind::Struct:
  case Kind::Union:
    return checkMembers(Types, Id, Found);
  case Kind::FunctionPrototype:
    return prototype(Id);
  case Kind::Function:
    return function(Id);
  case Kind::Variable:
    if (T.Target && !hasSize(T.Target))
      Found.add(Id, Rule::VariableSize);
    return;
  case Kind::DataSection:
    return section(Id);
  case Kind::DeclTag:
    return tag(Id);
  default:
    return;
  }
}

void checkReferences(const TypeGraph &Types, Findings &Found) {
  ReferenceCheck Check(Types, Found);
  for (TypeId Id = Types.firstOwn(); Id < Types.end(); ++Id)
    Check.type(Id);
}

} // namespace bpf::btf
