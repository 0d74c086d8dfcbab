// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The lists come from the tables that the values are looked up in, or from the option's row in Options.td.
#include "driver/options/OptionValues.h"
#include "driver/options/OptionTable.h"
#include "passes/Check.h"
#include "passes/Transform.h"
#include "passes/target/Target.h"
#include "llvm/ADT/SmallVector.h"
#include "llvm/ADT/StringExtras.h"

using namespace llvm;

namespace bpf {

/// "little|big", but not "X.Y|running": there a part is a placeholder.
static std::vector<StringRef> literals(StringRef Value) {
  SmallVector<StringRef> Words;
  Value.split(Words, '|');
  if (Value.empty() ||
      !all_of(Words, [](StringRef Word) { return all_of(Word, [](char C) { return isLower(C) || C == '-'; }); }))
    return {};
  return {Words.begin(), Words.end()};
}

static std::vector<StringRef> pageNames() {
  std::vector<StringRef> Names;
  for (const CheckRow &Row : checks())
    Names.push_back(Row.Name);
  for (const TransformRow &Row : transforms())
    Names.push_back(Row.Name);
  return Names;
}

OptionValues valuesOf(unsigned Id) {
  switch (Id) {
  case own::OPT_loader_EQ:
    return {loaderNames()};
  case own::OPT_program_type_EQ:
    return {programSectionNames(), ValueForm::AfterColon};
  case own::OPT_capabilities_EQ:
    return {capabilityNames(), ValueForm::List, capabilitySets()};
  case own::OPT_arch_EQ:
    return {architectureNames()};
  case own::OPT_target_EQ:
    return {tripleNames()};
  case own::OPT_mcpu_EQ:
    return {cpuNames()};
  case own::OPT_verify_EQ:
    return {{"log", "if-possible", "running"}, ValueForm::List, {}, /*AreInHelp=*/true};
  case own::OPT_explain_EQ:
    return {pageNames()};
  case own::OPT_fbpf_transform:
  case own::OPT_fno_bpf_transform:
    return {transformNames()};
  default:
    const char *Value = own::table().getOptionMetaVar(Id);
    return {literals(Value ? Value : ""), ValueForm::Word, {}, /*AreInHelp=*/true};
  }
}

} // namespace bpf
