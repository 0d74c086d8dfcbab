// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A function goes through all transforms before the next one does.
#include "passes/transform/Repairs.h"
#include "passes/analysis/Location.h"
#include "llvm/IR/Module.h"

using namespace llvm;

namespace bpf {

bool Repairs::mayRepairAt(Transform By, Place At, std::string What) {
  if (Limit && Done.size() >= *Limit)
    return false;
  Done.push_back({By, std::move(At), std::move(What)});
  return true;
}

bool Repairs::mayRepair(Transform By, const Instruction &At, std::string What) {
  return mayRepairAt(By, placeOf(At), std::move(What));
}

void runTransforms(Module &M, const Target &T, const TransformChoice &Choice, Repairs &R) {
  for (Function &F : M)
    if (!F.isDeclaration())
      runStage<TransformStage::IR>(F, Choice.of(F), T, R);
}

} // namespace bpf
