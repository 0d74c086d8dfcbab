// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// What a mistyped name was probably meant to be.
#ifndef BPFTOOLCHAIN_PASSES_TARGET_NEARESTNAME_H
#define BPFTOOLCHAIN_PASSES_TARGET_NEARESTNAME_H

#include "llvm/ADT/StringRef.h"

namespace bpf {

/// Names are near that differ in three characters at most.
constexpr unsigned NearDistance = 3;

/// The first of the names that is nearest to one that is none of them; empty where none is near.
/// \param Spelled what is compared of a name, for names that count as the same in several spellings.
template <typename Names, typename Projection>
llvm::StringRef nearestName(llvm::StringRef Name, const Names &Known, Projection Spelled) {
  llvm::StringRef Best;
  unsigned BestDistance = NearDistance + 1;
  for (const auto &Each : Known)
    if (unsigned Distance = Name.edit_distance(Spelled(Each)); Distance < BestDistance) {
      BestDistance = Distance;
      Best = Each;
    }
  return Best;
}

template <typename Names> llvm::StringRef nearestName(llvm::StringRef Name, const Names &Known) {
  return nearestName(Name, Known, [](llvm::StringRef Each) { return Each; });
}

} // namespace bpf

#endif
