// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Data sections of one name from several objects. What is left to the loader, all offsets and sizes 0, stays so.
#include "btf/Merge.h"
#include <unordered_set>

namespace bpf::btf {

Result<std::vector<SectionVariable>> joinSections(const TypeGraph &Types, std::span<const TypeId> Sections,
                                                  std::span<const TypeId> Same, uint32_t &Size) {
  // Types do not record the alignment of a section; no variable of a BPF program needs more.
  constexpr uint64_t Alignment = 8;
  std::vector<SectionVariable> Joined;
  std::unordered_set<TypeId> Known;
  uint64_t End = 0;
  for (TypeId Section : Sections) {
    uint64_t Begin = (End + Alignment - 1) / Alignment * Alignment;
    bool IsLonger = false;
    for (SectionVariable Each : Types.variables(Section)) {
      Each.Variable = Same[Each.Variable];
      if (!Known.insert(Each.Variable).second)
        continue;
      if (Begin + Each.Offset > UINT32_MAX)
        return makeError("section '", Types.name(Section), "' exceeds 4 GiB");
      Each.Offset += Begin;
      Joined.push_back(Each);
      IsLonger = true;
    }
    if (IsLonger || Section == Sections[0])
      End = Begin + Types[Section].Size;
  }
  if (End > UINT32_MAX || Joined.size() > UINT16_MAX)
    return makeError("section '", Types.name(Sections[0]), "' exceeds 4 GiB, or has more than ", UINT16_MAX,
                     " variables");
  Size = End;
  return Joined;
}

} // namespace bpf::btf
