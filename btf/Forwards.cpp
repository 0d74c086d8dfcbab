// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Structures, unions and enums each have names of their own.
#include "btf/Forwards.h"
#include "btf/Content.h"
#include <unordered_map>

namespace bpf::btf {

/// The name together with what it names.
static uint64_t tagged(const Type &T) {
  Kind What = T.What;
  if (What == Kind::Forward)
    What = T.Flag ? Kind::Union : Kind::Struct;
  return uint64_t(T.Name) << 8 | uint64_t(What == Kind::Enum64 ? Kind::Enum : What);
}

static bool isBody(const Type &T) {
  return T.Name && !isForward(T) && (isComposite(T.What) || T.What == Kind::Enum || T.What == Kind::Enum64);
}

std::vector<ForwardName> forwardNames(const TypeGraph &Types) {
  std::vector<ForwardName> Names;
  std::unordered_map<uint64_t, size_t> Places;
  for (TypeId Id = Types.firstOwn(); Id < Types.end(); ++Id)
    if (isForward(Types[Id])) {
      auto [Place, IsNew] = Places.try_emplace(tagged(Types[Id]), Names.size());
      if (IsNew)
        Names.emplace_back();
      Names[Place->second].Forwards.push_back(Id);
    }
  if (Names.empty())
    return Names;
  for (TypeId Id = 1; Id < Types.end(); ++Id)
    if (isBody(Types[Id]))
      if (auto Place = Places.find(tagged(Types[Id])); Place != Places.end())
        Names[Place->second].Bodies.push_back(Id);
  return Names;
}

} // namespace bpf::btf
