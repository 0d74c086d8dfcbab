// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Types of the same title in both graphs are compared part by part. Where several share a title, those that are the
// same are set aside first, and the others compared in their order.
#include "btf/print/Description.h"
#include <unordered_map>

namespace bpf::btf {

namespace {

/// Of one title, in both.
struct Pair {
  std::vector<const Description *> Before, After;
};

} // namespace

/// Whether it was there: then it is gone from the list.
static bool take(std::vector<const Description *> &From, const Description &Same) {
  for (const Description *&Each : From)
    if (Each->Parts == Same.Parts) {
      From.erase(From.begin() + (&Each - From.data()));
      return true;
    }
  return false;
}

static void dropSame(Pair &Both) {
  std::vector<const Description *> Left;
  for (const Description *Each : Both.Before)
    if (!take(Both.After, *Each))
      Left.push_back(Each);
  Both.Before = std::move(Left);
}

/// The line for a type that is only on one side, with its type if it has one.
static Difference whole(Difference::Sort What, const Description &Of) {
  bool HasType = !Of.Parts.empty() && Of.Parts.front().What == "type";
  return {What, HasType ? Of.Title + ": " + Of.Parts.front().Value : Of.Title, {}};
}

/// Parts are paired by what they are, in their order; those of \p Before that have no pair are gone.
static Difference compareParts(const Description &Before, const Description &After) {
  Difference Found{Difference::Changed, Before.Title, {}};
  std::unordered_multimap<std::string_view, const Part *> Left;
  for (auto Each = Before.Parts.rbegin(); Each != Before.Parts.rend(); ++Each)
    Left.insert({Each->What, &*Each});
  std::vector<Difference> Added;
  for (const Part &Each : After.Parts) {
    auto Same = Left.find(Each.What);
    if (Same == Left.end()) {
      Added.push_back({Difference::Added, Each.What + ": " + Each.Value, {}});
      continue;
    }
    if (Same->second->Value != Each.Value)
      Found.Parts.push_back({Difference::Changed, Each.What + ": " + Same->second->Value + " -> " + Each.Value, {}});
    Left.erase(Same);
  }
  for (const Part &Each : Before.Parts)
    for (auto [First, Last] = Left.equal_range(Each.What); First != Last; ++First)
      if (First->second == &Each)
        Found.Parts.push_back({Difference::Removed, Each.What + ": " + Each.Value, {}});
  Found.Parts.insert(Found.Parts.end(), Added.begin(), Added.end());
  return Found;
}

static void compare(Pair &Both, std::vector<Difference> &Found) {
  dropSame(Both);
  for (size_t Index = 0; Index < std::max(Both.Before.size(), Both.After.size()); ++Index) {
    if (Index >= Both.After.size())
      Found.push_back(whole(Difference::Removed, *Both.Before[Index]));
    else if (Index >= Both.Before.size())
      Found.push_back(whole(Difference::Added, *Both.After[Index]));
    else if (Difference Changed = compareParts(*Both.Before[Index], *Both.After[Index]); !Changed.Parts.empty())
      Found.push_back(std::move(Changed));
  }
}

std::vector<Difference> compare(const TypeGraph &A, const TypeGraph &B) {
  std::vector<Description> Before = describe(A), After = describe(B);
  std::unordered_map<std::string_view, size_t> Places;
  std::vector<Pair> Pairs;
  auto PairOf = [&](const Description &Each) -> Pair & {
    auto [Place, IsNew] = Places.insert({Each.Title, Pairs.size()});
    if (IsNew)
      Pairs.emplace_back();
    return Pairs[Place->second];
  };
  for (const Description &Each : Before)
    PairOf(Each).Before.push_back(&Each);
  for (const Description &Each : After)
    PairOf(Each).After.push_back(&Each);
  std::vector<Difference> Found;
  for (Pair &Both : Pairs)
    compare(Both, Found);
  return Found;
}

} // namespace bpf::btf
