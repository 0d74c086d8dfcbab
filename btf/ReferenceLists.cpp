// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The second array is the first one turned round, by counting.
#include "btf/ReferenceLists.h"
#include "btf/References.h"
#include <numeric>

namespace bpf::btf {

ReferenceLists::ReferenceLists(const TypeGraph &Types) {
  To.Begins.reserve(Types.end() + 1);
  for (TypeId Id = 0; Id < Types.end(); ++Id) {
    To.Begins.push_back(To.Ids.size());
    if (Id && Types[Id].What != Kind::DataSection)
      eachReference(Types, Id, [&](TypeId Next) { To.Ids.push_back(Next); });
  }
  To.Begins.push_back(To.Ids.size());

  From.Begins.resize(Types.end() + 1);
  for (TypeId Id : To.Ids)
    ++From.Begins[Id];
  std::exclusive_scan(From.Begins.begin(), From.Begins.end(), From.Begins.begin(), 0U);
  From.Ids.resize(To.Ids.size());
  std::vector<uint32_t> Next(From.Begins);
  for (TypeId Id = 0; Id < Types.end(); ++Id)
    for (TypeId Each : of(Id))
      From.Ids[Next[Each]++] = Id;
}

} // namespace bpf::btf
