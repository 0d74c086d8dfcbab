// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// All graphs are copied behind each other into one, where each string is there once; of types that are the same the
// first goes on into the result.
#include "btf/Merge.h"
#include "btf/CopyTypes.h"
#include "btf/SameTypes.h"
#include <algorithm>
#include <map>
#include <unordered_map>

namespace bpf::btf {

namespace {

class Merger {
public:
  Merger(std::span<const MergeInput> Inputs, std::shared_ptr<const TypeGraph> Base)
      : Inputs(Inputs), Base(std::move(Base)), All(this->Base) {}
  Result<TypeGraph> run();

private:
  Result<Done> checkMachines();
  void takeBase();
  void take(const TypeGraph &Types);
  Result<Done> checkDefinitions() const;
  std::string_view inputOf(TypeId Id) const;
  Result<Done> joinAll();
  TypeGraph kept();

  std::span<const MergeInput> Inputs;
  std::shared_ptr<const TypeGraph> Base;
  TypeGraph All;
  std::vector<TypeId> Begins;                                                   ///< the first type of each input in All
  std::vector<uint32_t> Apart;                                                  ///< for sameTypes()
  std::vector<TypeId> Same;                                                     ///< of sameTypes()
  std::map<TypeId, std::pair<std::vector<SectionVariable>, uint32_t>> Sections; ///< joined ones, and their sizes
};

} // namespace

Result<Done> Merger::checkMachines() {
  for (const MergeInput &Each : Inputs) {
    if (Each.Types->base() && Each.Types->base() != Base.get())
      return makeError("'", Each.Name, "' has a different base BTF");
    const TypeGraph &First = Base ? *Base : *Inputs[0].Types;
    std::string Than = Base ? "the base" : "'" + Inputs[0].Name + "'";
    if (Each.Types->Order != First.Order)
      return makeError("'", Each.Name, "' has a different byte order than ", Than);
    if (Each.Types->PointerBytes != First.PointerBytes)
      return makeError("'", Each.Name, "' has a different pointer size than ", Than);
  }
  if (Inputs.empty())
    return Error{"there is nothing to merge"};
  All.Order = Inputs[0].Types->Order;
  All.PointerBytes = Inputs[0].Types->PointerBytes;
  return Done();
}

/// The variables of a kernel are no variables of a module.
void Merger::takeBase() {
  Apart.resize(All.end());
  for (TypeId Id = 1; Id < All.end(); ++Id)
    if (All[Id].What == Kind::Variable || All[Id].What == Kind::DataSection)
      Apart[Id] = UINT32_MAX - Id;
}

/// Variables of one input differ also where they are called the same: the first of that name is the first of another
/// input at most.
void Merger::take(const TypeGraph &Types) {
  Begins.push_back(All.end());
  copyTypes(Types, ownTypes(Types), All);
  std::unordered_map<StringOffset, uint32_t> Variables;
  for (TypeId Id = Apart.size(); Id < All.end(); ++Id)
    Apart.push_back(All[Id].What == Kind::Variable ? Variables[All[Id].Name]++ : 0);
}

std::string_view Merger::inputOf(TypeId Id) const {
  size_t Input = std::upper_bound(Begins.begin(), Begins.end(), Id) - Begins.begin() - 1;
  return Inputs[Input].Name;
}

/// A name that can be linked to is defined once.
Result<Done> Merger::checkDefinitions() const {
  std::unordered_map<StringOffset, TypeId> Definitions;
  for (TypeId Id = All.firstOwn(); Id < All.end(); ++Id) {
    const Type &T = All[Id];
    if ((T.What != Kind::Variable && T.What != Kind::Function) || T.Detail != uint32_t(Linkage::Global) ||
        Same[Id] != Id)
      continue;
    auto [First, IsNew] = Definitions.try_emplace(T.Name, Id);
    if (!IsNew && inputOf(First->second) != inputOf(Id))
      return makeError("'", All.text(T.Name), "' has one type in '", inputOf(First->second),
                       "' and a different one in '", inputOf(Id), "'; make one of them static, or rename it");
  }
  return Done();
}

Result<Done> Merger::joinAll() {
  std::map<TypeId, std::vector<TypeId>> Names;
  for (TypeId Id = All.firstOwn(); Id < All.end(); ++Id)
    if (All[Id].What == Kind::DataSection)
      Names[Same[Id]].push_back(Id);
  for (auto &[First, Ids] : Names) {
    auto &[Variables, Size] = Sections[First];
    Result<std::vector<SectionVariable>> Joined = joinSections(All, Ids, Same, Size);
    if (!Joined)
      return Joined.error();
    Variables = std::move(*Joined);
  }
  return Done();
}

/// The types that represent themselves, in order.
TypeGraph Merger::kept() {
  TypeGraph Kept = All.emptied();
  IdMap NewIds = placesOfFirst(All, Same, Kept);
  TypeCopier Copier(All, Kept);
  for (TypeId Id = All.firstOwn(); Id < All.end(); ++Id) {
    if (Same[Id] != Id)
      continue;
    auto Section = Sections.find(Id);
    if (Section == Sections.end()) {
      Copier.copy(Id, NewIds);
      continue;
    }
    auto &[Variables, Size] = Section->second;
    for (SectionVariable &Each : Variables)
      Each.Variable = NewIds(Each.Variable);
    Type T = All[Id];
    T.Name = Copier.string(T.Name);
    T.Size = Size;
    Kept.add(T, std::span<const SectionVariable>(Variables));
  }
  return Kept;
}

Result<TypeGraph> Merger::run() {
  if (Result<Done> R = checkMachines(); !R)
    return R.error();
  takeBase();
  for (const MergeInput &Each : Inputs)
    take(*Each.Types);
  Same = sameTypes(All, Apart);
  if (Result<Done> R = checkDefinitions(); !R)
    return R.error();
  if (Result<Done> R = joinAll(); !R)
    return R.error();
  return kept();
}

Result<TypeGraph> merge(std::span<const MergeInput> Inputs, std::shared_ptr<const TypeGraph> Base) {
  return Merger(Inputs, std::move(Base)).run();
}

} // namespace bpf::btf
