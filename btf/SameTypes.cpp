// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Types that look the same are treated as the same, until what they refer to differs; what refers to those is
// looked at again, and so on until nothing changes (partition refinement). It starts from what is equal by content
// alone, so structures that go round in circles need no care of their own.
#include "btf/SameTypes.h"
#include "btf/Content.h"
#include "btf/Forwards.h"
#include "btf/Groups.h"
#include "btf/ReferenceLists.h"
#include <algorithm>
#include <unordered_map>

namespace bpf::btf {

namespace {

class Partition {
public:
  Partition(const TypeGraph &Types, std::span<const uint32_t> Apart);
  /// Until types of one class refer to the same classes.
  void refine();
  /// The first type of each class, for each type.
  std::vector<TypeId> firsts() const;

private:
  void takeForwards();
  bool isAmbiguous(const ForwardName &Name) const;
  std::vector<TypeId> dropAmbiguous();
  std::vector<uint32_t> alike(std::span<const TypeId> Nodes) const;
  std::vector<TypeId> split(std::span<const TypeId> Nodes);
  uint32_t newClass();
  void followBodies(std::vector<TypeId> &Changed);
  std::vector<TypeId> usersOf(std::span<const TypeId> Changed);

  const TypeGraph &Types;
  ReferenceLists References;
  std::vector<uint32_t> Classes;                   ///< by id
  std::vector<uint32_t> Sizes;                     ///< by class, without forward declarations that are in a body's
  std::vector<ForwardName> Forwards;               ///< those that are taken for a body, until they are dropped
  std::unordered_map<TypeId, uint32_t> NameOfBody; ///< an index of Forwards
  std::vector<uint32_t> Suspects;                  ///< names with a body that changed
  std::vector<uint32_t> Looked;                    ///< by class, for split(); all 0 outside of it
  std::vector<bool> IsMarked;                      ///< by id, for usersOf(); all false outside of it
};

} // namespace

Partition::Partition(const TypeGraph &Types, std::span<const uint32_t> Apart)
    : Types(Types), References(Types), IsMarked(Types.end()) {
  Classes = firstEqual(
      Types.end(), [&](TypeId Id) { return mix(Apart[Id], contentHash(Types, Id)); },
      [&](TypeId A, TypeId B) { return Apart[A] == Apart[B] && sameContent(Types, A, B); });
  Sizes.resize(Types.end());
  Looked.resize(Types.end());
  for (uint32_t Class : Classes)
    ++Sizes[Class];
  takeForwards();
}

/// Whether it is clear by now that its bodies are several.
bool Partition::isAmbiguous(const ForwardName &Name) const {
  return std::any_of(Name.Bodies.begin(), Name.Bodies.end(),
                     [&](TypeId Id) { return Classes[Id] != Classes[Name.Bodies[0]]; });
}

/// Puts each forward declaration into the class of its bodies, as long as they have but one.
void Partition::takeForwards() {
  for (ForwardName &Name : forwardNames(Types)) {
    if (Name.Bodies.empty() || isAmbiguous(Name))
      continue;
    for (TypeId Id : Name.Forwards) {
      --Sizes[Classes[Id]];
      Classes[Id] = Classes[Name.Bodies[0]];
    }
    for (TypeId Id : Name.Bodies)
      NameOfBody.emplace(Id, Forwards.size());
    Forwards.push_back(std::move(Name));
  }
}

/// For each of the nodes the index of the first that is of the same class and refers to the same classes.
std::vector<uint32_t> Partition::alike(std::span<const TypeId> Nodes) const {
  auto HashOf = [&](uint32_t Index) {
    uint64_t Hash = mix(0, Classes[Nodes[Index]]);
    for (TypeId Id : References.of(Nodes[Index]))
      Hash = mix(Hash, Classes[Id]);
    return Hash;
  };
  auto AreSame = [&](uint32_t A, uint32_t B) {
    std::span<const TypeId> One = References.of(Nodes[A]), Other = References.of(Nodes[B]);
    return Classes[Nodes[A]] == Classes[Nodes[B]] &&
           std::equal(One.begin(), One.end(), Other.begin(), Other.end(),
                      [&](TypeId X, TypeId Y) { return Classes[X] == Classes[Y]; });
  };
  return firstEqual(Nodes.size(), HashOf, AreSame);
}

/// Gives the nodes, each of which refers to something that changed, new classes where they need one. \returns those
/// that got one.
std::vector<TypeId> Partition::split(std::span<const TypeId> Nodes) {
  std::vector<uint32_t> First = alike(Nodes), New(Nodes.size());
  for (TypeId Id : Nodes)
    ++Looked[Classes[Id]];
  std::vector<TypeId> Changed;
  for (uint32_t Index = 0; Index < Nodes.size(); ++Index) {
    uint32_t Old = Classes[Nodes[Index]];
    if (First[Index] != Index) {
      New[Index] = New[First[Index]];
    } else if (Looked[Old] == Sizes[Old]) {
      // Nothing of the class stays behind, so that the first group keeps its number.
      New[Index] = Old;
      Looked[Old] = 0;
    } else {
      New[Index] = newClass();
    }
    if (New[Index] != Old)
      Changed.push_back(Nodes[Index]);
  }
  for (TypeId Id : Nodes)
    Looked[Classes[Id]] = 0;
  for (uint32_t Index = 0; Index < Nodes.size(); ++Index) {
    --Sizes[std::exchange(Classes[Nodes[Index]], New[Index])];
    ++Sizes[New[Index]];
  }
  return Changed;
}

uint32_t Partition::newClass() {
  Looked.push_back(0);
  Sizes.push_back(0);
  return Sizes.size() - 1;
}

/// Forward declarations change with their body.
void Partition::followBodies(std::vector<TypeId> &Changed) {
  size_t Count = NameOfBody.empty() ? 0 : Changed.size();
  for (size_t Index = 0; Index < Count; ++Index) {
    TypeId Body = Changed[Index];
    auto Found = NameOfBody.find(Body);
    if (Found == NameOfBody.end())
      continue;
    Suspects.push_back(Found->second);
    const ForwardName &Name = Forwards[Found->second];
    if (Body != Name.Bodies[0])
      continue;
    for (TypeId Id : Name.Forwards)
      Classes[Id] = Classes[Body];
    Changed.insert(Changed.end(), Name.Forwards.begin(), Name.Forwards.end());
  }
}

std::vector<TypeId> Partition::usersOf(std::span<const TypeId> Changed) {
  std::vector<TypeId> Users;
  for (TypeId Id : Changed)
    for (TypeId User : References.users(Id))
      if (!IsMarked[User]) {
        IsMarked[User] = true;
        Users.push_back(User);
      }
  for (TypeId Id : Users)
    IsMarked[Id] = false;
  return Users;
}

/// The forward declarations of a name whose bodies turned out to be several are a class of their own from then on.
std::vector<TypeId> Partition::dropAmbiguous() {
  std::vector<TypeId> Dropped;
  for (uint32_t Suspect : std::exchange(Suspects, {})) {
    ForwardName &Name = Forwards[Suspect];
    if (!isAmbiguous(Name))
      continue;
    uint32_t Class = newClass();
    Sizes[Class] = Name.Forwards.size();
    for (TypeId Id : Name.Forwards)
      Classes[Id] = Class;
    Dropped.insert(Dropped.end(), Name.Forwards.begin(), Name.Forwards.end());
    for (TypeId Id : Name.Bodies)
      NameOfBody.erase(Id);
    Name = ForwardName();
  }
  return Dropped;
}

void Partition::refine() {
  std::vector<TypeId> Nodes;
  for (TypeId Id = 1; Id < Types.end(); ++Id)
    if (!References.of(Id).empty())
      Nodes.push_back(Id);
  while (!Nodes.empty()) {
    std::vector<TypeId> Changed = split(Nodes);
    followBodies(Changed);
    if (Changed.empty())
      Changed = dropAmbiguous();
    Nodes = usersOf(Changed);
  }
}

std::vector<TypeId> Partition::firsts() const {
  std::vector<TypeId> First(Sizes.size()), Result(Types.end());
  auto Represent = [&](bool ForForwards) {
    for (TypeId Id = 1; Id < Types.end(); ++Id)
      if (isForward(Types[Id]) == ForForwards && !First[Classes[Id]])
        First[Classes[Id]] = Id;
  };
  // A definition represents its forward declarations, also earlier ones.
  Represent(false);
  Represent(true);
  for (TypeId Id = 1; Id < Types.end(); ++Id)
    Result[Id] = First[Classes[Id]];
  return Result;
}

std::vector<TypeId> sameTypes(const TypeGraph &Types, std::span<const uint32_t> Apart) {
  Partition Same(Types, Apart);
  Same.refine();
  return Same.firsts();
}

} // namespace bpf::btf
