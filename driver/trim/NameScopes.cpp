// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Entries are never cleared: scope numbers grow from declaration to declaration.
#include "driver/trim/NameScopes.h"

namespace bpf::trim {

void NameScopes::restart() {
  First = Last + 1;
  Open.clear();
  Names.clear();
}

void NameScopes::close() {
  Names.resize(Open.back().Begin);
  Open.pop_back();
}

bool NameScopes::closeIntoOuter() {
  size_t Begin = Open.back().Begin;
  Open.pop_back();
  bool IsGood = true;
  for (size_t I = Begin; I != Names.size(); ++I)
    IsGood &= enter(Names[I], Open.back().Number);
  return IsGood;
}

bool NameScopes::add(uint32_t Hash) {
  Names.push_back(Hash);
  return enter(Hash, Open.back().Number);
}

bool NameScopes::enter(uint32_t Hash, uint32_t Scope) {
  // Gives up in a crowded place, which counts as a duplicate.
  constexpr size_t MostTries = 64;
  for (size_t Try = 0; Try != MostTries; ++Try) {
    Entry &Each = Entries[(Hash + Try) % Entries.size()];
    if (Each.Scope < First) {
      Each = {Scope, Hash};
      return true;
    }
    if (Each.Scope == Scope && Each.Hash == Hash)
      return false;
  }
  return false;
}

} // namespace bpf::trim
