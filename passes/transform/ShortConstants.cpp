// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// LLVM loads what does not fit into 32 signed bits with ld_imm64, which counts as two instructions. From v3 on a 32-bit
// move clears the upper half.
#include "passes/transform/Opcodes.h"
#include "passes/transform/Repairs.h"
#include "llvm/CodeGen/MachineInstrBuilder.h"
#include "llvm/CodeGen/MachineRegisterInfo.h"
#include "llvm/CodeGen/TargetInstrInfo.h"
#include "llvm/CodeGen/TargetRegisterInfo.h"
#include "llvm/CodeGen/TargetSubtargetInfo.h"

using namespace llvm;

namespace bpf {

namespace {

struct Opcodes {
  unsigned LongConstant, Move;

  explicit Opcodes(const TargetInstrInfo &In)
      : LongConstant(opcodeOf("LD_imm64", In)), Move(opcodeOf("MOV_ri_32", In)) {}
};

} // namespace

/// The class of that name: LLVM's headers do not have its number either.
static const TargetRegisterClass *classOf(StringRef Name, const TargetRegisterInfo &Registers) {
  for (const TargetRegisterClass *Each : Registers.regclasses())
    if (Registers.getRegClassName(Each) == Name)
      return Each;
  return nullptr;
}

/// The 32-bit part of a register: BPF has no other.
static constexpr unsigned LowerHalf = 1;

static void shorten(MachineInstr &I, const TargetRegisterClass &Half, const Opcodes &Known, MachineFunction &F) {
  const TargetInstrInfo &In = *F.getSubtarget().getInstrInfo();
  Register Lower = F.getRegInfo().createVirtualRegister(&Half);
  MachineBasicBlock &Block = *I.getParent();
  BuildMI(Block, I, I.getDebugLoc(), In.get(Known.Move), Lower).addImm(int32_t(I.getOperand(1).getImm()));
  BuildMI(Block, I, I.getDebugLoc(), In.get(TargetOpcode::SUBREG_TO_REG), I.getOperand(0).getReg())
      .addImm(0)
      .addReg(Lower)
      .addImm(LowerHalf);
  I.eraseFromParent();
}

void repairShortConstants(MachineFunction &F, const Target &T, Repairs &R) {
  if (!T.hasAlu32())
    return;
  const Opcodes &Known = opcodes<Opcodes>(*F.getSubtarget().getInstrInfo());
  const TargetRegisterClass *Half = classOf("GPR32", *F.getSubtarget().getRegisterInfo());
  if (!Half)
    return;
  for (MachineBasicBlock &Block : F)
    for (MachineInstr &I : make_early_inc_range(Block))
      if (I.getOpcode() == Known.LongConstant && I.getOperand(1).isImm() && isUInt<32>(I.getOperand(1).getImm()) &&
          R.mayRepair(Transform::ShortConstants, I, "a constant is loaded with one instruction"))
        shorten(I, *Half, Known, F);
}

} // namespace bpf
