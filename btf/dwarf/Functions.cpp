// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A definition with names for all parameters determines a function's type: the first that was seen (pahole 1.24:
// btf_encoder__encode_cu()), with consistent_func the one that the symbol is of, if no other one contradicts it (pahole
// 1.31: btf_encoder__add_saved_funcs()).
#include "btf/dwarf/Functions.h"
#include "btf/dwarf/CallTypes.h"
#include <algorithm>

namespace bpf::btf::dwarf {

static bool hasNamelessParameter(const Entries &Of, const Entry &Function) {
  for (Index At = Function.FirstPart; At != NoIndex; At = Of.Parts[At].Next)
    if (Of.Parts[At].What == TagFormalParameter && !Of.Parts[At].Name)
      return true;
  return false;
}

/// What a function leaves to the entry that it completes: an inlined function's own one, a declaration.
static Entry completed(const Entries &Of, Entry Function) {
  constexpr int MostSteps = 4;
  for (int Steps = 0; Function.Origin && Steps < MostSteps; ++Steps) {
    Index At = Of.at(Function.Origin);
    if (At == NoIndex)
      break;
    const Entry &From = Of.All[At];
    Function.Name = Function.Name ? Function.Name : From.Name;
    Function.Of = Function.Of ? Function.Of : From.Of;
    Function.IsExternal |= From.IsExternal;
    if (hasNamelessParameter(Of, Function))
      Function.FirstPart = From.FirstPart;
    Function.Origin = From.Origin;
  }
  return Function;
}

static std::vector<SeenTag> tagsOf(const Entries &Of, const Entry &Function, TypeStore &Store) {
  std::vector<SeenTag> Tags;
  auto Add = [&](const Part &P, uint32_t Component) {
    if (const char *Text = tagText(P, "btf_decl_tag"))
      Tags.push_back({Store.keep(Text), Component});
  };
  uint32_t Parameter = 0;
  for (Index At = Function.FirstPart; At != NoIndex; At = Of.Parts[At].Next) {
    const Part &P = Of.Parts[At];
    Add(P, ~0U);
    for (Index Tag = P.Annotations; Tag != NoIndex; Tag = Of.Parts[Tag].Next)
      Add(Of.Parts[Tag], Parameter);
    Parameter += P.What == TagFormalParameter;
  }
  return Tags;
}

/// What counts for consistent_func, without what the function is called and of which type it is.
SeenFunction FunctionsSeen::judged(const Entries &Of, const Definition &D, Arguments &Rules, TypeStore &Store) const {
  const FunctionSymbol &Symbol = Names[D.Number];
  const Subprogram &As = D.As;
  const Entry &Instance = Of.All[As.At];
  const Subprogram *Origin = Instance.Origin ? Of.function(Of.at(Instance.Origin)) : nullptr;
  bool IsChanged = Of.IsOfClang && !As.IsInline && (Origin ? Origin->IsNoCall : As.IsNoCall);
  ArgumentPlaces Used = Rules.look(Instance, D.Whole, IsChanged);
  SeenFunction Judged;
  Judged.Types = callTypes(Of, D.Whole, Store);
  Judged.IsOfSymbol = As.HasAddress && As.Address == Symbol.Address;
  Judged.IsCut = Used.AreMissing && (IsChanged || (Judged.IsOfSymbol && Symbol.IsOptimized));
  Judged.IsOmitted = Used.AreElsewhere || Symbol.IsAmbiguous;
  return Judged;
}

/// The definition that the symbol is of goes before others, and a whole one before what was cut; then the first.
static bool isBetter(const SeenFunction &A, const SeenFunction &B) {
  auto RankOf = [](const SeenFunction &F) { return F.IsOfSymbol ? F.IsCut ? 1 : 0 : 2; };
  return std::pair(RankOf(A), A.Order) < std::pair(RankOf(B), B.Order);
}

/// What was seen of both counts.
static void join(SeenFunction &A, SeenFunction &B) {
  bool AreDifferent = A.Name && B.Name && A.Types != B.Types;
  A.IsOmitted = B.IsOmitted = A.IsOmitted || B.IsOmitted || AreDifferent;
}

void FunctionsSeen::see(Entries &Of, const Definition &D, Arguments &Rules, TypeKeys &Keys, TypeStore &Store) {
  SeenFunction &Known = All[D.Number];
  bool IsJudged = Features.contains(Feature::ConsistentFunc);
  if (Known.Name && !IsJudged)
    return;
  SeenFunction New = IsJudged ? judged(Of, D, Rules, Store) : SeenFunction();
  New.Order = Keys.order(D.Whole.Offset);
  New.Name = D.Whole.Name;
  join(New, Known);
  if (Known.Name && !isBetter(New, Known))
    return;
  New.Name = Store.keep(D.Whole.Name);
  New.Prototype = Keys.prototype(D.Whole);
  New.IsExternal = D.Whole.IsExternal;
  if (Features.contains(Feature::DeclTag))
    New.Tags = tagsOf(Of, D.Whole, Store);
  Known = std::move(New);
}

ByteView FunctionsSeen::run(Entries &Of, TypeKeys &Keys, TypeStore &Store) {
  Arguments Rules(Machine, From, Of);
  for (const Subprogram &Each : Of.Functions) {
    Entry Whole = completed(Of, Of.All[Each.At]);
    std::optional<uint32_t> Number = Whole.Name ? Names.find(Store.hashOf(Whole.Name)) : std::nullopt;
    if (Number && !hasNamelessParameter(Of, Whole))
      see(Of, {Each, Whole, *Number}, Rules, Keys, Store);
  }
  return Rules.listsRead();
}

void FunctionsSeen::take(FunctionsSeen &Other) {
  for (size_t Number = 0; Number < All.size(); ++Number) {
    SeenFunction &Mine = All[Number], &Its = Other.All[Number];
    join(Mine, Its);
    if (Its.Name && (!Mine.Name || isBetter(Its, Mine)))
      Mine = std::move(Its);
  }
}

std::vector<SeenFunction> FunctionsSeen::result() const {
  std::vector<SeenFunction> Functions;
  for (const SeenFunction &Each : All)
    if (Each.Name && !Each.IsOmitted && !Each.IsCut)
      Functions.push_back(Each);
  std::sort(Functions.begin(), Functions.end(),
            [](const SeenFunction &A, const SeenFunction &B) { return A.Order < B.Order; });
  return Functions;
}

} // namespace bpf::btf::dwarf
