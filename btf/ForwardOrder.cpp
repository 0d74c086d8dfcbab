// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// LLVM makes an object's forward declarations last, and the type tags of the pointers to them, while it walks a map
// whose keys are addresses of its heap (FixupDerivedTypes of BTFDebug.cpp). Where an allocation before it had another
// size, they come in another order, and so do the strings that only they name.
#include "btf/References.h"
#include "btf/UsedStrings.h"
#include <algorithm>
#include <map>

namespace bpf::btf {

namespace {

/// The types that LLVM makes last: from Begin on there are forward declarations and type tags alone.
class Tail {
public:
  explicit Tail(TypeFile &File);

  void order();

private:
  void place(TypeId Id);
  void placeAll();
  StringOffset endOfOtherStrings() const;
  void orderStrings();

  TypeGraph &Types;
  const std::optional<Extension> &Code;
  TypeId Begin;
  std::vector<Type> Ordered;
  std::vector<TypeId> Places; ///< the new id of each, 0 until it has one
};

} // namespace

static bool isMadeLast(Kind What) { return What == Kind::Forward || What == Kind::TypeTag; }

/// Code refers to none of them: they are made when all code has been.
static TypeId endOfRelocated(const std::optional<Extension> &Code) {
  TypeId End = 1;
  if (Code)
    for (const auto &Section : Code->Relocations)
      for (const CoreRelocation &Each : Section.Records)
        End = std::max(End, Each.Of + 1);
  return End;
}

Tail::Tail(TypeFile &File) : Types(File.Types), Code(File.Code), Begin(Types.end()) {
  TypeId First = std::max(Types.firstOwn(), endOfRelocated(Code));
  while (Begin > First && isMadeLast(Types[Begin - 1].What))
    --Begin;
  Places.resize(Types.end() - Begin);
}

/// A tag follows its target, as in LLVM's output.
void Tail::place(TypeId Id) {
  if (Id < Begin || Places[Id - Begin])
    return;
  if (Types[Id].What == Kind::TypeTag)
    place(Types[Id].Target);
  Places[Id - Begin] = Begin + Ordered.size();
  Ordered.push_back(Types[Id]);
}

void Tail::placeAll() {
  for (TypeId Id = Types.firstOwn(); Id < Begin; ++Id)
    eachReference(Types, Id, [this](TypeId Each) { place(Each); });
  for (TypeId Id = Begin; Id < Types.end(); ++Id)
    place(Id);
}

/// LLVM adds the strings of a type when it has added those of all types before it, and those of code before either.
StringOffset Tail::endOfOtherStrings() const {
  StringOffset Last = 0;
  auto Use = [&Last](StringOffset Each) { Last = std::max(Last, Each); };
  for (TypeId Id = Types.firstOwn(); Id < Begin; ++Id)
    eachString(Types, Id, Use);
  if (Code)
    eachString(*Code, Use);
  return Last + Types.text(Last).size() + 1;
}

void Tail::orderStrings() {
  StringOffset End = endOfOtherStrings();
  std::string Block(Types.Strings.block().substr(0, End));
  std::map<StringOffset, StringOffset> Moved;
  for (Type &Each : Ordered) {
    if (Each.Name < End)
      continue;
    auto [Place, IsNew] = Moved.try_emplace(Each.Name, Block.size());
    if (IsNew)
      Block.append(Types.text(Each.Name)).push_back('\0');
    Each.Name = Place->second;
  }
  Types.Strings = StringTable(std::move(Block), nullptr);
}

void Tail::order() {
  if (Places.size() < 2)
    return;
  placeAll();
  orderStrings();
  for (TypeId Id = Begin; Id < Types.end(); ++Id)
    Types.change(Id) = Ordered[Id - Begin];
  for (TypeId Id = Types.firstOwn(); Id < Types.end(); ++Id)
    changeReferences(Types, Id, [this](TypeId Each) { return Each < Begin ? Each : Places[Each - Begin]; });
}

void orderForwards(TypeFile &File) {
  if (!File.Types.base())
    Tail(File).order();
}

} // namespace bpf::btf
