// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The values of options of bpfbtf that are lists, for help, completion and the manual page.
#ifndef BPFTOOLCHAIN_BTF_TOOL_CHOICES_H
#define BPFTOOLCHAIN_BTF_TOOL_CHOICES_H

#include "btf/tool/Help.h"

namespace bpf::btf {

struct Choice {
  std::string_view Name, Summary;
};

/// None where the value is free, or is a word that the row itself has.
std::span<const Choice> choices(const OptionRow &Option);

/// True where several of them may be given, with commas between.
bool acceptsList(const OptionRow &Option);

} // namespace bpf::btf

#endif
