// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Which strings types and code name.
#ifndef BPFTOOLCHAIN_BTF_USEDSTRINGS_H
#define BPFTOOLCHAIN_BTF_USEDSTRINGS_H

#include "btf/BTF.h"

namespace bpf::btf {

/// Calls Visit(StringOffset) for each string that the type names, the empty one and repeats included.
template <typename Function> void eachString(const TypeGraph &Types, TypeId Id, Function Visit) {
  Visit(Types[Id].Name);
  for (const Member &Each : Types.members(Id))
    Visit(Each.Name);
  for (const Enumerator &Each : Types.enumerators(Id))
    Visit(Each.Name);
  for (const Parameter &Each : Types.parameters(Id))
    Visit(Each.Name);
}

/// The same for all of .BTF.ext.
template <typename Function> void eachString(const Extension &Code, Function Visit) {
  for (const auto &Section : Code.Functions)
    Visit(Section.Section);
  for (const auto &Section : Code.Lines) {
    Visit(Section.Section);
    for (const LineInfo &Each : Section.Records)
      Visit(Each.File), Visit(Each.Text);
  }
  for (const auto &Section : Code.Relocations) {
    Visit(Section.Section);
    for (const CoreRelocation &Each : Section.Records)
      Visit(Each.Access);
  }
}

} // namespace bpf::btf

#endif
