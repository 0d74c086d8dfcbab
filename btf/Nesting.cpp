// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Two walks: over what lies in a type, and over what it is written with, up to the next structure.
#include "btf/Nesting.h"
#include "btf/References.h"
#include <algorithm>

namespace bpf::btf {

namespace {

enum class Along { Contents, Spelling };

class Walk {
public:
  Walk(const TypeGraph &Types, Along Edges);

  /// How deep the type is; more than MaxNesting where that is too deep, or without an end.
  unsigned depth(TypeId Id, unsigned Above = 0);
  /// True where a type contains itself.
  bool hasCycle() const { return HasCycle; }

private:
  static constexpr uint16_t New = 0, Open = 0xffff;

  const TypeGraph &Types;
  bool HasCycle = false;
  std::vector<uint16_t> Depths; ///< 1 from the beginning for what is not followed
};

} // namespace

/// At which kinds of types a walk ends.
static KindSet ends(Along Edges) {
  KindSet Ends = KindSet::none();
  if (Edges == Along::Spelling)
    Ends = Ends.with(Kind::Struct).with(Kind::Union).with(Kind::DataSection);
  else
    Ends = Ends.with(Kind::Pointer).with(Kind::FunctionPrototype).with(Kind::Function).with(Kind::DeclTag);
  for (Kind Leaf : {Kind::Int, Kind::Float, Kind::Enum, Kind::Enum64, Kind::Forward})
    Ends = Ends.with(Leaf);
  return Ends;
}

Walk::Walk(const TypeGraph &Types, Along Edges) : Types(Types), Depths(Types.end() - Types.firstOwn()) {
  KindSet Ends = ends(Edges);
  for (TypeId Id = Types.firstOwn(); Id < Types.end(); ++Id)
    Depths[Id - Types.firstOwn()] = Ends.contains(Types[Id].What) ? 1 : New;
}

unsigned Walk::depth(TypeId Id, unsigned Above) {
  if (Id < Types.firstOwn())
    return 1;
  uint16_t &Depth = Depths[Id - Types.firstOwn()];
  if (Depth != New && Depth != Open)
    return Depth;
  HasCycle |= Depth == Open;
  if (Depth == Open || Above > MaxNesting)
    return MaxNesting + 1;
  Depth = Open;
  unsigned Deepest = 0;
  eachReference(Types, Id, [&](TypeId Next) {
    if (Deepest <= MaxNesting)
      Deepest = std::max(Deepest, depth(Next, Above + 1));
  });
  return Depth = std::min(Deepest + 1, MaxNesting + 1);
}

Result<Done> checkNesting(const TypeGraph &Types) {
  Walk Contents(Types, Along::Contents), Spelling(Types, Along::Spelling);
  for (TypeId Id = Types.firstOwn(); Id < Types.end(); ++Id)
    if (Contents.depth(Id) > MaxNesting || Spelling.depth(Id) > MaxNesting) {
      Error Why = makeError("type ", Id, ", ", word(Types[Id].What), " '", Types.name(Id),
                            "', contains itself, or more than ", MaxNesting, " others");
      Why.IsLimit = !Contents.hasCycle() && !Spelling.hasCycle();
      return Why;
    }
  return Done();
}

} // namespace bpf::btf
