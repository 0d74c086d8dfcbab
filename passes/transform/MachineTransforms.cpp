// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Selected runs directly behind instruction selection: LLVM's own passes see what it made. Final runs behind BPF's
// peepholes, which are the last to change instructions.
#include "passes/transform/MachineTransforms.h"
#include "passes/analysis/Location.h"
#include "llvm/CodeGen/MachineFunctionPass.h"
#include "llvm/CodeGen/Passes.h"
#include "llvm/CodeGen/TargetPassConfig.h"
#include "llvm/Target/TargetMachine.h"

using namespace llvm;

namespace bpf {

namespace {

template <TransformStage At> class TransformPass : public MachineFunctionPass {
public:
  static char ID;

  TransformPass(const Target &T, const TransformChoice &Choice, Repairs &R)
      : MachineFunctionPass(ID), T(T), Choice(Choice), R(R) {}

  bool runOnMachineFunction(MachineFunction &F) override {
    size_t Before = R.all().size();
    runStage<At>(F, Choice.of(F.getFunction()), T, R);
    return R.all().size() != Before;
  }

private:
  const Target &T;
  const TransformChoice &Choice;
  Repairs &R;
};

template <TransformStage At> char TransformPass<At>::ID = 0;

} // namespace

bool Repairs::mayRepair(Transform By, const MachineInstr &At, std::string What) {
  return mayRepairAt(By, placeOf(At.getDebugLoc().get(), At.getMF()->getFunction()), std::move(What));
}

MachineTransforms::MachineTransforms(const Target &T, const TransformChoice &Choice, Repairs &R)
    : Callback([&T, &Choice, &R](TargetMachine &Machine, PassManagerBase &, TargetPassConfig *Config) {
        if (!Machine.getTargetTriple().isBPF())
          return;
        Config->insertPass(&FinalizeISelID, new TransformPass<TransformStage::Selected>(T, Choice, R));
        Config->insertPass(&StackMapLivenessID, new TransformPass<TransformStage::Final>(T, Choice, R));
      }) {}

} // namespace bpf
