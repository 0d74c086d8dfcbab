// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Runs the transforms of Transforms.def, which report here what they repair.
#ifndef BPFTOOLCHAIN_PASSES_TRANSFORM_REPAIRS_H
#define BPFTOOLCHAIN_PASSES_TRANSFORM_REPAIRS_H

#include "passes/Check.h"
#include "passes/target/Target.h"
#include "passes/transform/TransformChoice.h"
#include <type_traits>

namespace llvm {
class Function;
class Instruction;
class MachineFunction;
class MachineInstr;
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
  bool mayRepair(Transform By, const llvm::MachineInstr &At, std::string What);

  const std::vector<Repair> &all() const { return Done; }

private:
  bool mayRepairAt(Transform By, Place At, std::string What);

  std::optional<unsigned> Limit;
  std::vector<Repair> Done;
};

/// What a transform of that stage changes.
template <TransformStage Stage>
using TransformUnit = std::conditional_t<Stage == TransformStage::Selected || Stage == TransformStage::Final,
                                         llvm::MachineFunction, llvm::Function>;

#define TRANSFORM(Id, Name, Stage, Summary)                                                                            \
  void repair##Id(TransformUnit<TransformStage::Stage> &F, const Target &T, Repairs &R);
#include "passes/Transforms.def"

/// Runs the transforms of a stage that are enabled, in the order of Transforms.def.
template <TransformStage At>
void runStage(TransformUnit<At> &F, const TransformSet &Enabled, const Target &T, Repairs &R) {
#define TRANSFORM(Id, Name, Stage, Summary)                                                                            \
  if constexpr (TransformStage::Stage == At && At != TransformStage::FrontEnd)                                         \
    if (Enabled.has(Transform::Id))                                                                                    \
      repair##Id(F, T, R);
#include "passes/Transforms.def"
}

/// Runs the transforms of IR that are on for a function, in the order of Transforms.def, on each that is to be
/// optimized.
void runTransforms(llvm::Module &M, const Target &T, const TransformChoice &Choice, Repairs &R);

} // namespace bpf

#endif
