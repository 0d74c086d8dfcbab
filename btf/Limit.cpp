// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// An older kernel rejects all types if it does not know one of them.
#include "btf/CopyTypes.h"
#include <algorithm>
#include <unordered_set>

namespace bpf::btf {

namespace {

class Limiter {
public:
  Limiter(const TypeFile &From, const Knowledge &Known)
      : From(From.Types), Code(From.Code), Known(Known), Result{From.Types.emptied(), {}, From.IsElf},
        NewIds(From.Types), Copier(From.Types, Result.Types) {}

  TypeFile run();

private:
  enum class Fate { Kept, Replaced, Dropped };
  Fate fateOf(TypeId Id) const;
  void keepEnumerators();
  TypeId replacement(TypeId Id);
  TypeId integer(bool IsSigned);
  void copy(TypeId Id);
  Extension copied(const Extension &Old);

  const TypeGraph &From;
  const std::optional<Extension> &Code;
  const Knowledge &Known;
  TypeFile Result;
  IdMap NewIds;
  TypeCopier Copier;
  std::unordered_set<TypeId> Asked; ///< enums of which a relocation asks for an enumerator
  TypeId KeptEnd = 0;               ///< one past the last id of what is kept
  std::vector<bool> Integers;       ///< those to be added there: true for signed
};

} // namespace

/// Enums that libbpf looks up itself, in the object: the kernel never sees these.
void Limiter::keepEnumerators() {
  constexpr uint32_t EnumeratorExists = 10, EnumeratorValue = 11; // enum bpf_core_relo_kind
  if (!Code)
    return;
  for (const auto &Section : Code->Relocations)
    for (const CoreRelocation &Each : Section.Records)
      if (Each.What == EnumeratorExists || Each.What == EnumeratorValue) {
        TypeId Id = Each.Of;
        while (From[Id].What == Kind::Typedef)
          Id = From[Id].Target;
        Asked.insert(Id);
      }
}

Limiter::Fate Limiter::fateOf(TypeId Id) const {
  Kind What = From[Id].What;
  if (Known.Kinds.contains(What) || What == Kind::Float || Asked.count(Id))
    return Fate::Kept;
  switch (What) {
  case Kind::DeclTag:
  case Kind::Function:
  case Kind::Variable:
  case Kind::DataSection:
    return Fate::Dropped;
  default:
    return Fate::Replaced;
  }
}

/// The id of the integer of 64 bits: the object's own, or one that is added behind all others.
TypeId Limiter::integer(bool IsSigned) {
  for (TypeId Id = From.firstOwn(); Id < From.end(); ++Id)
    if (From[Id].What == Kind::Int && From[Id].Size == 8 && integerEncoding(From[Id]).IsSigned == IsSigned &&
        integerEncoding(From[Id]).Bits == 64)
      return NewIds(Id);
  auto Wanted = std::find(Integers.begin(), Integers.end(), IsSigned);
  TypeId New = KeptEnd + (Wanted - Integers.begin());
  if (Wanted == Integers.end())
    Integers.push_back(IsSigned);
  return New;
}

/// The replacement of a removed type: its target, or an integer.
TypeId Limiter::replacement(TypeId Id) {
  while (Id >= From.firstOwn() && fateOf(Id) == Fate::Replaced) {
    if (From[Id].What == Kind::Enum64)
      return integer(From[Id].Flag);
    Id = From[Id].Target;
  }
  return NewIds(Id);
}

void Limiter::copy(TypeId Id) {
  TypeId New = Copier.copy(Id, NewIds);
  Type &T = Result.Types.change(New);
  if (T.What == Kind::Float && !Known.Kinds.contains(Kind::Float))
    T = {.What = Kind::Struct, .Size = T.Size};
  // That an enum is signed came with ENUM64.
  if (T.What == Kind::Enum && !Known.Kinds.contains(Kind::Enum64))
    T.Flag = false;
  if (T.What == Kind::Function && !Known.FunctionLinkage && T.Detail == uint32_t(Linkage::Global))
    T.Detail = uint32_t(Linkage::Static);
}

Extension Limiter::copied(const Extension &Old) {
  Extension New = Old;
  for (auto &Section : New.Functions) {
    Section.Section = Copier.string(Section.Section);
    std::erase_if(Section.Records, [&](const FunctionInfo &Each) { return fateOf(Each.Function) == Fate::Dropped; });
    for (FunctionInfo &Each : Section.Records)
      Each.Function = NewIds(Each.Function);
  }
  for (auto &Section : New.Lines) {
    Section.Section = Copier.string(Section.Section);
    for (LineInfo &Each : Section.Records)
      Each.File = Copier.string(Each.File), Each.Text = Copier.string(Each.Text);
  }
  for (auto &Section : New.Relocations) {
    Section.Section = Copier.string(Section.Section);
    for (CoreRelocation &Each : Section.Records)
      Each.Of = NewIds(Each.Of), Each.Access = Copier.string(Each.Access);
  }
  return New;
}

TypeFile Limiter::run() {
  keepEnumerators();
  KeptEnd = Result.Types.firstOwn();
  for (TypeId Id : ownTypes(From))
    if (fateOf(Id) == Fate::Kept)
      NewIds.set(Id, KeptEnd++);
  for (TypeId Id : ownTypes(From))
    if (fateOf(Id) == Fate::Replaced)
      NewIds.set(Id, replacement(Id));
  for (TypeId Id : ownTypes(From))
    if (fateOf(Id) == Fate::Kept)
      copy(Id);
  for (bool IsSigned : Integers)
    Result.Types.add({.What = Kind::Int,
                      .Name = Result.Types.Strings.add(IsSigned ? "long long" : "unsigned long long"),
                      .Size = 8,
                      .Detail = uint32_t(IsSigned) << 24 | 64});
  if (Code)
    Result.Code = copied(*Code);
  return std::move(Result);
}

TypeFile limit(const TypeFile &File, const Knowledge &Known) { return Limiter(File, Known).run(); }

} // namespace bpf::btf
