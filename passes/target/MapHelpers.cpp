// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A type with rows is accepted only by the helpers in these, and a helper in the rows of one type, except those of
// every map, accepts no other type.
#include "passes/target/MapHelpers.h"
#include "passes/target/CallWords.h"
#include "passes/target/Helper.h"
#include "passes/target/MapRule.h"
#include "passes/target/ProgramType.h"
#include "llvm/ADT/STLExtras.h"

using namespace llvm;

namespace bpf {

using namespace call_words;

namespace {
struct Row {
  StringRef Type, Helper;
  Releases When;
};
struct Callers {
  StringRef Type, Helper;
  ProgramTypeSet Types;
  StringRef Sections;
  Releases Others;
};
} // namespace

static constexpr Row Rows[] = {
#define MAP_HELPER(Type, Helper, Major, Minor) {Type, Helper, Releases::from(Major, Minor)},
#include "passes/target/MapTypes.def"
};

static constexpr Row OnlyTypes[] = {
#define HELPER_MAP(Helper, Type) {Type, Helper, Releases::all()},
#include "passes/target/MapTypes.def"
};

static constexpr Callers OnlyCallers[] = {
#define MAP_HELPER_CALLERS(Type, Helper, Types, Sections, Others) {Type, Helper, Types, Sections, Others},
#include "passes/target/MapTypes.def"
};

/// The helpers of every map type without rows.
static constexpr StringRef OfEveryMap[] = {"map_lookup_elem", "map_update_elem", "map_delete_elem", "kptr_xchg"};

Releases accepting(const MapRule &Type, const Helper &Called) {
  Releases There =
      Releases::from(Type.Since.Major, Type.Since.Minor) & Releases::from(Called.Since.Major, Called.Since.Minor);
  auto IsOfType = [&](const Row &Each) { return Each.Type == Type.Name; };
  auto IsOfHelper = [&](const Row &Each) { return Each.Helper == Called.Name; };
  if (any_of(OnlyTypes, IsOfHelper))
    return any_of(OnlyTypes, [&](const Row &Each) { return IsOfHelper(Each) && IsOfType(Each); }) ? There
                                                                                                  : Releases::none();
  const Row *Found = find_if(Rows, [&](const Row &Each) { return IsOfType(Each) && IsOfHelper(Each); });
  if (Found != std::end(Rows))
    return There & Found->When;
  bool IsParticular = any_of(Rows, IsOfHelper) && !is_contained(OfEveryMap, Called.Name);
  return any_of(Rows, IsOfType) || IsParticular ? Releases::none() : There;
}

Releases acceptingIn(const ProgramSection &Section, const MapRule &Type, const Helper &Called) {
  const Callers *Row =
      find_if(OnlyCallers, [&](const Callers &Each) { return Each.Type == Type.Name && Each.Helper == Called.Name; });
  if (Row == std::end(OnlyCallers) || Row->Types.contains(Section.type().Id) || isAmong(Section, Row->Sections))
    return Releases::all();
  return Row->Others;
}

} // namespace bpf
