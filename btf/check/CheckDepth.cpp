// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// How far the kernel follows: it walks each type down to one that has a size, 32 types at most, and remembers where it
// has been. So the order of the types counts, and the walk is the kernel's (btf_check_all_types(), btf_resolve() and
// env_type_is_resolve_sink() of kernel/bpf/btf.c).
#include "btf/check/Check.h"
#include "btf/print/Declaration.h"

namespace bpf::btf {

namespace {

class KernelWalk {
public:
  KernelWalk(const TypeGraph &Types, Findings &Found)
      : Types(Types), Found(Found), IsSeen(Types.end() - Types.firstOwn()) {}
  void start(TypeId Id);
  void type(TypeId Id);

private:
  static constexpr unsigned Most = 32; ///< MAX_RESOLVE_DEPTH

  /// Where the walk ends: it began at a pointer, at what has contents, or at neither so far.
  enum class Began { Open, AtPointer, AtContents };
  bool isEnd(Kind K) const;
  bool visit(TypeId Id);
  bool follow(TypeId Id);
  bool need(TypeId Id) { return isSeen(Id) || isEnd(Types[Id].What) || visit(Id); }
  bool needPointer(TypeId Id);
  bool section(TypeId Id);
  bool isSeen(TypeId Id) const { return Id < Types.firstOwn() || IsSeen[Id - Types.firstOwn()]; }

  const TypeGraph &Types;
  Findings &Found;
  std::vector<bool> IsSeen;
  Began Start = Began::Open;
  unsigned Depth = 0;
};

} // namespace

static bool hasContents(Kind K) { return isComposite(K) || K == Kind::Array; }

/// Whether the kernel has to follow it at all (btf_type_needs_resolve()).
static bool isFollowed(Kind K) {
  return isModifier(K) || hasContents(K) || K == Kind::Pointer || K == Kind::Variable || K == Kind::Function ||
         K == Kind::DeclTag || K == Kind::DataSection;
}

bool KernelWalk::isEnd(Kind K) const {
  switch (Start) {
  case Began::Open:
    return !isFollowed(K);
  case Began::AtPointer:
    return !isModifier(K) && K != Kind::Pointer;
  case Began::AtContents:
    return !isModifier(K) && !hasContents(K);
  }
  return true;
}

/// Behind a qualified pointer that an earlier walk has not followed to its end.
bool KernelWalk::needPointer(TypeId Id) {
  if (!need(Id))
    return false;
  TypeId Behind = withoutModifiers(Types, Id);
  return Behind == Id || Types[Behind].What != Kind::Pointer || need(Behind);
}

bool KernelWalk::section(TypeId Id) {
  for (const SectionVariable &Each : Types.variables(Id)) {
    Start = Began::Open;
    if (!isSeen(Each.Variable)) {
      if (!need(Each.Variable))
        return false;
      // The kernel goes on with the next one, and has not compared the sizes.
      continue;
    }
    std::optional<uint64_t> Size = sizeOf(Types, Types[Each.Variable].Target);
    if (Size && Each.Size && Each.Size < *Size)
      Found.add(Id, Rule::SectionEntryType, "variable", Types[Each.Variable].Name);
  }
  return true;
}

bool KernelWalk::follow(TypeId Id) {
  const Type &T = Types[Id];
  switch (T.What) {
  case Kind::Pointer:
  case Kind::Variable:
    return needPointer(T.Target);
  case Kind::Array:
    return need(Types.array(Id).Index) && need(Types.array(Id).Element);
  case Kind::Struct:
  case Kind::Union:
    for (const Member &Each : Types.members(Id))
      if (!need(Each.Of))
        return false;
    return true;
  case Kind::DataSection:
    return section(Id);
  case Kind::Function:
    return true;
  default:
    return need(T.Target);
  }
}

/// False where it is too deep.
bool KernelWalk::visit(TypeId Id) {
  if (Depth == Most)
    return false;
  IsSeen[Id - Types.firstOwn()] = true;
  ++Depth;
  if (Start == Began::Open && Types[Id].What == Kind::Pointer)
    Start = Began::AtPointer;
  else if (Start == Began::Open && hasContents(Types[Id].What))
    Start = Began::AtContents;
  bool IsGood = follow(Id);
  --Depth;
  return IsGood;
}

void KernelWalk::start(TypeId Id) {
  Start = Began::Open;
  if (!isSeen(Id) && isFollowed(Types[Id].What) && !visit(Id))
    Found.add(Id, Rule::TooDeep);
}

void KernelWalk::type(TypeId Id) {
  start(Id);
  if (Types[Id].What != Kind::FunctionPrototype)
    return;
  start(Types[Id].Target);
  for (const Parameter &Each : Types.parameters(Id))
    start(Each.Of);
}

/// Tags of a type come before its qualifiers (btf_check_type_tags()). \p Good is the last id that was looked at before.
static void checkTags(const TypeGraph &Types, TypeId Id, TypeId Good, Findings &Found) {
  constexpr unsigned Most = 32;
  bool IsInTags = true;
  unsigned Count = 0;
  for (TypeId At = Id; isModifier(Types[At].What); At = Types[At].Target) {
    if (++Count > Most)
      return Found.add(Id, Rule::TagChain);
    bool IsTag = Types[At].What == Kind::TypeTag;
    if (IsTag && !IsInTags)
      return Found.add(Id, Rule::TagOrder);
    IsInTags = IsTag;
    if (At <= Good)
      return;
  }
}

void checkDepth(const TypeGraph &Types, Findings &Found) {
  KernelWalk Walk(Types, Found);
  for (TypeId Id = Types.firstOwn(); Id < Types.end(); ++Id)
    Walk.type(Id);
  TypeId Good = Types.firstOwn() - 1;
  for (TypeId Id = Types.firstOwn(); Id < Types.end(); ++Id) {
    if (!isModifier(Types[Id].What))
      continue;
    checkTags(Types, Id, Good, Found);
    Good = Id;
  }
}

} // namespace bpf::btf
