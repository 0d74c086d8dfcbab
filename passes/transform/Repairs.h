// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Runs the transforms of Transforms.def, which report here what they repair.
#ifndef BPFTOOLCHAIN_PASSES_TRANSFORM_REPAIRS_H
#define BPFTOOLCHAIN_PASSES_TRANSFORM_REPAIRS_H

#include "passes/Check.h"
#include "passes/target/Target.h"
#include "passes/transform/TransformChoice.h"

namespace llvm {
class Function;
class Instruction;
class Module;
} // namespace llvm

namespace bpf {

/// A place that was repaired.
struct Repair {
  Transform By;
  Place Where;
  std::string What; ///< the text of a remark
};

/// What was repaired in a module, and how much more may be: -fbpf-transforms-limit= finds the repair that a program
/// fails with.
class Repairs {
public:
  explicit Repairs(std::optional<unsigned> Limit = std::nullopt) : Limit(Limit) {}

  /// Asked by a transform before it changes the code of one place. \returns false where the limit is reached.
  bool mayRepair(Transform By, const llvm::Instruction &At, std::string What);

  const std::vector<Repair> &all() const { return Done; }

private:
  std::optional<unsigned> Limit;
  std::vector<Repair> Done;
};

#define TRANSFORM(Id, Name, Stage, Summary) void repair##Id(llvm::Function &F, const Target &T, Repairs &R);
#include "passes/Transforms.def"

/// Runs the transforms that are on for a function, in the order of Transforms.def, on each that is to be optimized.
void runTransforms(llvm::Module &M, const Target &T, const TransformChoice &Choice, Repairs &R);

} // namespace bpf

#endif
