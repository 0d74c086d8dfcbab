// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A function goes through all transforms before the next one does.
#include "passes/transform/Repairs.h"
#include "passes/analysis/Location.h"
#include "llvm/IR/Module.h"

using namespace llvm;

namespace bpf {

bool Repairs::mayRepair(Transform By, const Instruction &At, std::string What) {
  if (Limit && Done.size() >= *Limit)
    return false;
  Done.push_back({By, placeOf(At), std::move(What)});
  return true;
}

static void runOn(Function &F, const Target &T, const TransformSet &Enabled, Repairs &R) {
#define TRANSFORM(Id, Name, Stage, Summary)                                                                            \
  if constexpr (TransformStage::Stage == TransformStage::IR)                                                           \
    if (Enabled.has(Transform::Id))                                                                                    \
      repair##Id(F, T, R);
#include "passes/Transforms.def"
}

void runTransforms(Module &M, const Target &T, const TransformChoice &Choice, Repairs &R) {
  for (Function &F : M)
    if (!F.isDeclaration() && !F.hasOptNone())
      runOn(F, T, Choice.of(F), R);
}

} // namespace bpf
