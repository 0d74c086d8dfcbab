// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The lists are the tables that the values are looked up in.
#include "btf/tool/Choices.h"
#include <vector>

namespace bpf::btf {

static constexpr Choice Formats[] = {
#define FORMAT(Name, Dump, Summary) {Name, Summary},
#include "btf/tool/Formats.def"
};

/// Those that are there; the others are known by name, and an error.
static std::span<const Choice> features() {
  constexpr bool Full = true, Unsupported = false;
  static const std::vector<Choice> Supported = [] {
    std::vector<Choice> Rows;
#define FEATURE(Id, Name, IsThere, Summary)                                                                            \
  if (IsThere)                                                                                                         \
    Rows.push_back({Name, Summary});
#include "btf/Features.def"
    return Rows;
  }();
  return Supported;
}

std::span<const Choice> choices(const OptionRow &Option) {
  if (Option.Name == "format")
    return Formats;
  if (Option.Name == "features")
    return features();
  return {};
}

bool acceptsList(const OptionRow &Option) { return Option.Value.ends_with(",..."); }

} // namespace bpf::btf
