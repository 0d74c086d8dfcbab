// Two walks: over what lies in a type, and over what it is written with, up to the next structure.
#include "btf/Nesting.h"
#include "btf/References.h"
#include <algorithm>

namespace bpf::btf {

namespace {

enum class Along { Contents, Spelling };

class Walk {
public:
  Walk(const TypeGraph &Types, Along Way) : Types(Types), Way(Way), Depths(Types.end() - Types.firstOwn(), New) {}

  /// How deep the type is; more than MaxNesting where that is too deep, or without an end.
  unsigned depth(TypeId Id, unsigned Above = 0);

private:
  static constexpr uint16_t New = 0, Open = 0xffff;
  bool isFollowed(Kind K) const;

  const TypeGraph &Types;
  Along Way;
  std::vector<uint16_t> Depths;
};

} // namespace

bool Walk::isFollowed(Kind K) const {
  bool IsComposite = isComposite(K) || K == Kind::DataSection;
  if (Way == Along::Spelling)
    return !IsComposite;
  return K != Kind::Pointer && K != Kind::FunctionPrototype && K != Kind::Function && K != Kind::DeclTag;
}

unsigned Walk::depth(TypeId Id, unsigned Above) {
  if (Id < Types.firstOwn() || !isFollowed(Types[Id].What))
    return 1;
  uint16_t &Own = Depths[Id - Types.firstOwn()];
  if (Own == Open || Above > MaxNesting)
    return MaxNesting + 1;
  if (Own != New)
    return Own;
  Own = Open;
  unsigned Deepest = 0;
  eachReference(Types, Id, [&](TypeId Next) {
    if (Deepest <= MaxNesting)
      Deepest = std::max(Deepest, depth(Next, Above + 1));
  });
  return Own = std::min(Deepest + 1, MaxNesting + 1);
}

Result<Done> checkNesting(const TypeGraph &Types) {
  for (Along Way : {Along::Contents, Along::Spelling}) {
    Walk Own(Types, Way);
    for (TypeId Id = Types.firstOwn(); Id < Types.end(); ++Id)
      if (Own.depth(Id) > MaxNesting)
        return makeError("type ", Id, ", ", word(Types[Id].What), " '", Types.name(Id),
                         "', contains itself, or more than ", MaxNesting, " others");
  }
  return Done();
}

} // namespace bpf::btf
