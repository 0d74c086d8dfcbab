// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Drops debug instructions in front of LiveDebugValues, which takes 6 % of the instructions of a large compile.
#include "passes/transform/VariableLocations.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/CodeGen/MachineFunctionPass.h"
#include "llvm/CodeGen/Passes.h"
#include "llvm/CodeGen/TargetPassConfig.h"
#include "llvm/Target/TargetMachine.h"

using namespace llvm;

namespace bpf {

namespace {

class DropVariableLocations : public MachineFunctionPass {
public:
  static char ID;

  DropVariableLocations() : MachineFunctionPass(ID) {}

  bool runOnMachineFunction(MachineFunction &F) override {
    bool Changed = false;
    for (MachineBasicBlock &Block : F)
      for (MachineInstr &Each : make_early_inc_range(Block.instrs()))
        if (Each.isDebugInstr()) {
          Each.eraseFromBundle();
          Changed = true;
        }
    return Changed;
  }
};

char DropVariableLocations::ID = 0;

} // namespace

WithoutVariableLocations::WithoutVariableLocations()
    : Callback([](TargetMachine &Machine, PassManagerBase &, TargetPassConfig *Config) {
        if (Machine.getTargetTriple().isBPF())
          Config->insertPass(&StackMapLivenessID, new DropVariableLocations);
      }) {}

} // namespace bpf
