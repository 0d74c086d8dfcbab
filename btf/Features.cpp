// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Lists of features as users write them.
#include "btf/BTF.h"

namespace bpf::btf {

namespace {

enum class Support { Full, Unsupported };

struct FeatureRow {
  Feature Id;
  std::string_view Name;
  Support Level;
};

} // namespace

static constexpr FeatureRow Rows[] = {
#define FEATURE(Id, Name, Level, Summary) {Feature::Id, Name, Support::Level},
#include "btf/Features.def"
};

static Result<Feature> find(std::string_view Name) {
  for (const FeatureRow &Row : Rows)
    if (Row.Name == Name)
      return Row.Level == Support::Full ? Result<Feature>(Row.Id)
                                        : makeError("the feature '", Name, "' is not supported yet");
  return makeError("unknown feature '", Name, "'");
}

FeatureSet defaultFeatures() {
  FeatureSet Set;
  for (const FeatureRow &Row : Rows)
    if (Row.Level == Support::Full && Row.Id != Feature::GlobalVar)
      Set.insert(Row.Id);
  return Set;
}

Result<FeatureSet> parseFeatures(std::string_view List) {
  FeatureSet Set;
  while (!List.empty()) {
    std::string_view Name = List.substr(0, List.find(','));
    List.remove_prefix(std::min(List.size(), Name.size() + 1));
    Result<Feature> Found = find(Name);
    if (!Found)
      return Found.error();
    Set.insert(*Found);
  }
  return Set;
}

} // namespace bpf::btf
