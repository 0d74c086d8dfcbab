// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// LLVM's BPF target does not tell how to reverse a condition, so that block placement keeps `if x goto A; goto B; A:`.
#include "passes/transform/Opcodes.h"
#include "passes/transform/Repairs.h"
#include "llvm/ADT/DenseMap.h"
#include "llvm/ADT/SmallPtrSet.h"
#include "llvm/CodeGen/MachineInstrBuilder.h"
#include "llvm/CodeGen/TargetInstrInfo.h"
#include "llvm/CodeGen/TargetSubtargetInfo.h"

using namespace llvm;

namespace bpf {

namespace {

struct Opcodes {
  unsigned Goto, Exit;
  DenseMap<unsigned, unsigned> Opposite; ///< of conditional jumps
  DenseMap<unsigned, bool> NeedsJumps;   ///< true for those that v1 does not have

  explicit Opcodes(const TargetInstrInfo &In) : Goto(opcodeOf("JMP", In)), Exit(opcodeOf("RET", In)) {
    static constexpr StringRef Pairs[][2] = {
        {"JEQ", "JNE"}, {"JUGT", "JULE"}, {"JUGE", "JULT"}, {"JSGT", "JSLE"}, {"JSGE", "JSLT"}};
    for (auto [First, Second] : Pairs)
      for (StringRef Form : {"_rr", "_ri", "_rr_32", "_ri_32"}) {
        unsigned One = opcodeOf((First + Form).str(), In), Other = opcodeOf((Second + Form).str(), In);
        Opposite[One] = Other;
        Opposite[Other] = One;
        NeedsJumps[Other] = First != "JEQ";
      }
  }
};

} // namespace

using Blocks = SmallPtrSet<const MachineBasicBlock *, 32>;

/// Reverses `if x goto next; goto B`, where the block is followed by next, unless B is Earlier. The verifier follows a
/// branch that is not taken first: a loop without a bound ends at 8192 pending branches if it goes back that way, and
/// at a million instructions, after a minute, if it leaves that way.
static void reverse(MachineBasicBlock &Block, const Blocks &Earlier, const Target &T, const Opcodes &Known,
                    Repairs &R) {
  MachineBasicBlock::iterator Last = Block.getLastNonDebugInstr();
  if (Last == Block.end() || Last->getOpcode() != Known.Goto || Last == Block.begin())
    return;
  MachineBasicBlock::iterator Branch = prev_nodbg(Last, Block.begin());
  auto Opposite = Known.Opposite.find(Branch->getOpcode());
  if (Opposite == Known.Opposite.end() || (T.cpu() == Cpu::V1 && Known.NeedsJumps.lookup(Opposite->second)) ||
      !Block.isLayoutSuccessor(Branch->getOperand(2).getMBB()) || Earlier.contains(Last->getOperand(0).getMBB()) ||
      !R.mayRepair(Transform::FallThrough, *Branch, "a branch replaces a branch over a goto"))
    return;
  const TargetInstrInfo &In = *Block.getParent()->getSubtarget().getInstrInfo();
  Branch->setDesc(In.get(Opposite->second));
  Branch->getOperand(2).setMBB(Last->getOperand(0).getMBB());
  Last->eraseFromParent();
}

/// Exits where it would go to an exit.
static void exitEarly(MachineBasicBlock &Block, const Opcodes &Known, Repairs &R) {
  MachineBasicBlock::iterator Last = Block.getLastNonDebugInstr();
  if (Last == Block.end() || Last->getOpcode() != Known.Goto)
    return;
  MachineBasicBlock &Goal = *Last->getOperand(0).getMBB();
  MachineBasicBlock::iterator Exit = Goal.getFirstNonDebugInstr();
  if (Exit == Goal.end() || Exit->getOpcode() != Known.Exit ||
      !R.mayRepair(Transform::FallThrough, *Last, "an exit replaces a goto to an exit"))
    return;
  Block.insert(Last, Block.getParent()->CloneMachineInstr(&*Exit));
  Last->eraseFromParent();
  // The condition before it may lead there too.
  if (none_of(Block.terminators(),
              [&](const MachineInstr &I) { return I.isBranch() && I.getOperand(2).getMBB() == &Goal; }))
    Block.removeSuccessor(&Goal);
}

void repairFallThrough(MachineFunction &F, const Target &T, Repairs &R) {
  const Opcodes &Known = opcodes<Opcodes>(*F.getSubtarget().getInstrInfo());
  Blocks Earlier;
  for (MachineBasicBlock &Block : F) {
    Earlier.insert(&Block);
    reverse(Block, Earlier, T, Known, R);
  }
  for (MachineBasicBlock &Block : F)
    exitEarly(Block, Known, R);
}

} // namespace bpf
