// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The list of transforms as an array.
#include "passes/FindByName.h"
#include "passes/Transform.h"
#include "llvm/ADT/STLExtras.h"

using namespace llvm;

namespace bpf {

// One string for each transform, made by the build from its <Id>.md.
#include "TransformPages.inc"

static constexpr TransformRow Rows[] = {
#define TRANSFORM(Id, Name, Stage, Summary) {Transform::Id, Name, Summary, Id##Page},
#include "passes/Transforms.def"
};

ArrayRef<TransformRow> transforms() { return Rows; }

StringRef name(Transform T) { return Rows[unsigned(T)].Name; }

std::vector<StringRef> transformNames() {
  std::vector<StringRef> Names = {AllTransforms};
  for (const TransformRow &Row : Rows)
    Names.push_back(Row.Name);
  return Names;
}

std::optional<Transform> findTransform(StringRef Name) { return findByName<Transform>(Rows, Name); }

} // namespace bpf
