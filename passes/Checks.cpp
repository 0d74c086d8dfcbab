// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The list of checks as an array.
#include "passes/Check.h"
#include "passes/FindByName.h"
#include "passes/target/NearestName.h"
#include "llvm/ADT/STLExtras.h"

using namespace llvm;

namespace bpf {

// One string for each check, made by the build from its <Id>.md.
#include "Pages.inc"

static constexpr CheckRow Rows[] = {
#define CHECK(Id, Name, Stages, Summary) {Name, Stages, Summary, Id##Page},
#include "passes/Checks.def"
};

ArrayRef<CheckRow> checks() { return Rows; }

StringRef name(Check C) { return Rows[unsigned(C)].Name; }

StringRef nearestCheck(StringRef Name) {
  Name.consume_front("bpf-");
  return nearestName(Name, map_range(Rows, [](const CheckRow &Row) { return Row.Name; }));
}

std::string stagesText(unsigned Stages) {
  std::string Text;
  for (auto [Stage, Name] : {std::pair(Source, "source"), std::pair(IR, "IR"), std::pair(Machine, "machine")})
    if (Stages & Stage)
      Text += (Text.empty() ? "" : ", ") + std::string(Name);
  return Text;
}

std::optional<Check> findCheck(StringRef Name) { return findByName<Check>(Rows, Name); }

std::vector<Check> checksNamed(StringRef Name) {
  std::optional<Check> Found = findCheck(Name);
  if (!Found)
    return {};
  std::vector<Check> Result{*Found};
#define CHECK(Id, Name, Stages, Summary)
#define CHECK_PART(Id, Of)                                                                                             \
  if (*Found == Check::Of)                                                                                             \
    Result.push_back(Check::Id);
#include "passes/Checks.def"
  return Result;
}

} // namespace bpf
