// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Every kernel can store a constant (BPF_ST), which LLVM uses from v4 on. Before Linux 6.3 the verifier rejects it for
// the context (0d80a619c113) and does not keep the value on the stack (ecdf985d7615): what is stored to goes by the
// IR's pointers, and a variable on the stack must be for helpers only. Behind LLVM's branch folding, which would find
// fewer equal ends of blocks.
#include "passes/analysis/HelperCall.h"
#include "passes/transform/Opcodes.h"
#include "passes/transform/Repairs.h"
#include "llvm/Analysis/ValueTracking.h"
#include "llvm/CodeGen/MachineInstrBuilder.h"
#include "llvm/CodeGen/TargetInstrInfo.h"
#include "llvm/CodeGen/TargetRegisterInfo.h"
#include "llvm/CodeGen/TargetSubtargetInfo.h"
#include "llvm/IR/Instructions.h"
#include "llvm/IR/IntrinsicInst.h"

using namespace llvm;

namespace bpf {

/// True where the callee, a helper, gives the memory to nobody else that would read it as a part of the program.
static bool isOnlyForHelper(const Use &Each) {
  const auto *Call = dyn_cast<CallBase>(Each.getUser());
  const Helper *Called = Call && Call->isArgOperand(&Each) ? calledHelper(*Call) : nullptr;
  if (!Called)
    return false;
  switch (Called->argument(Call->getArgOperandNo(&Each)).Kind) {
  case ArgumentKind::Key:
  case ArgumentKind::Value:
  case ArgumentKind::NewValue:
  case ArgumentKind::Reads:
  case ArgumentKind::Sends:
  case ArgumentKind::Writes:
  case ArgumentKind::Updates:
    return true;
  default:
    return false;
  }
}

/// True where the program itself does not read the variable: nobody misses what the verifier knows of its value.
static bool isOnlyForHelpers(const Value &Pointer) {
  return all_of(Pointer.uses(), [](const Use &Each) {
    const User *I = Each.getUser();
    if (isa<GetElementPtrInst>(I))
      return isOnlyForHelpers(*I);
    if (isa<StoreInst>(I))
      return Each.getOperandNo() == StoreInst::getPointerOperandIndex();
    if (const auto *Fill = dyn_cast<MemIntrinsic>(I))
      return &Fill->getRawDestUse() == &Each;
    if (isa<LifetimeIntrinsic>(I))
      return true;
    return isOnlyForHelper(Each);
  });
}

/// A pointer into the packet is a number of 32 bits in the context.
static bool isPacketPointer(const Value &V) {
  const auto *Cast = dyn_cast<IntToPtrInst>(&V);
  const auto *Extended = Cast ? dyn_cast<ZExtInst>(Cast->getOperand(0)) : nullptr;
  return Extended && Extended->getSrcTy()->isIntegerTy(32) && isa<LoadInst>(Extended->getOperand(0));
}

/// True for memory that takes the constant as well as a register, whatever the kernel.
static bool takesConstant(const Value &Memory) {
  if (isa<AllocaInst>(Memory))
    return isOnlyForHelpers(Memory);
  if (const auto *Call = dyn_cast<CallBase>(&Memory))
    return calledHelper(*Call);
  return isa<GlobalVariable>(Memory) || isPacketPointer(Memory);
}

static bool takesConstant(const MachineInstr &Store) {
  if (!Store.hasOneMemOperand())
    return false;
  const Value *Pointer = (*Store.memoperands_begin())->getValue();
  if (!Pointer)
    return false;
  SmallVector<const Value *> Memory;
  getUnderlyingObjects(Pointer, Memory);
  return all_of(Memory, [](const Value *Each) { return takesConstant(*Each); });
}

namespace {

/// The instructions that this is about. They have no numbers outside of LLVM's BPF target, only names.
struct Opcodes {
  struct Store {
    unsigned OfRegister, OfConstant;
  };
  Store Stores[7];
  unsigned Wide, Half, Long; ///< moves of a constant to a register, the lower half of one, and of any constant

  explicit Opcodes(const TargetInstrInfo &In)
      : Stores{form(In, "STB", "STB_imm"),   form(In, "STB32", "STB_imm"), form(In, "STH", "STH_imm"),
               form(In, "STH32", "STH_imm"), form(In, "STW", "STW_imm"),   form(In, "STW32", "STW_imm"),
               form(In, "STD", "STD_imm")},
        Wide(opcodeOf("MOV_ri", In)), Half(opcodeOf("MOV_ri_32", In)), Long(opcodeOf("LD_imm64", In)) {}

  bool isConstant(const MachineInstr &I) const {
    return is_contained({Wide, Half, Long}, I.getOpcode()) && I.getOperand(1).isImm();
  }

  /// The opcode that stores the constant as \p Store stores the register; nothing where it would store another number.
  std::optional<unsigned> immediateForm(const MachineInstr &Store, const MachineInstr &Constant) const {
    const auto *Found = find_if(Stores, [&](const auto &Each) { return Each.OfRegister == Store.getOpcode(); });
    if (Found == std::end(Stores))
      return std::nullopt;
    // The sign of the operand is extended.
    bool IsWide = Found == &Stores[6];
    return IsWide && !isInt<32>(valueOf(Constant)) ? std::nullopt : std::optional(Found->OfConstant);
  }

private:
  /// What all of the register is then; a move to its lower half clears the upper one.
  int64_t valueOf(const MachineInstr &Constant) const {
    int64_t Number = Constant.getOperand(1).getImm();
    return Constant.getOpcode() == Half ? int64_t(uint32_t(Number)) : Number;
  }
  static Store form(const TargetInstrInfo &In, StringRef OfRegister, StringRef OfConstant) {
    return {opcodeOf(OfRegister, In), opcodeOf(OfConstant, In)};
  }
};

/// A move of a constant, and what uses the register in its block.
struct StoredConstant {
  MachineInstr *Move;
  SmallVector<std::pair<MachineInstr *, unsigned>> Stores; ///< with the opcodes of the stores of a constant
  SmallVector<MachineInstr *> Debug;
};

class ConstantFinder {
public:
  explicit ConstantFinder(const MachineFunction &F)
      : Registers(*F.getSubtarget().getRegisterInfo()), Known(opcodes<Opcodes>(*F.getSubtarget().getInstrInfo())) {}

  /// The stores that use what \p I moves to a register, where nothing else does; nothing for another instruction.
  std::optional<StoredConstant> find(MachineInstr &I) const;

private:
  bool isLiveBehind(const MachineBasicBlock &Block, MCRegister Register) const;

  const TargetRegisterInfo &Registers;
  const Opcodes &Known;
};

} // namespace

bool ConstantFinder::isLiveBehind(const MachineBasicBlock &Block, MCRegister Register) const {
  return any_of(Block.successors(), [&](const MachineBasicBlock *Next) {
    return any_of(Next->liveins(), [&](const auto &Each) { return Registers.regsOverlap(Each.PhysReg, Register); });
  });
}

std::optional<StoredConstant> ConstantFinder::find(MachineInstr &I) const {
  if (!Known.isConstant(I))
    return std::nullopt;
  StoredConstant Found = {&I, {}, {}};
  MCRegister Register = I.getOperand(0).getReg().asMCReg();
  for (MachineInstr &Each : make_range(std::next(MachineBasicBlock::iterator(I)), I.getParent()->end())) {
    if (Each.isDebugValue() && Each.hasDebugOperandForReg(Register))
      Found.Debug.push_back(&Each);
    if (Each.isDebugInstr())
      continue;
    if (Each.readsRegister(Register, &Registers)) {
      std::optional<unsigned> Opcode = Known.immediateForm(Each, I);
      if (!Opcode || Registers.regsOverlap(Each.getOperand(1).getReg(), Register) || !takesConstant(Each))
        return std::nullopt;
      Found.Stores.emplace_back(&Each, *Opcode);
    }
    if (Each.modifiesRegister(Register, &Registers))
      return Found;
  }
  return isLiveBehind(*I.getParent(), Register) ? std::nullopt : std::optional(std::move(Found));
}

static void replace(const StoredConstant &Found) {
  const TargetInstrInfo &In = *Found.Move->getMF()->getSubtarget().getInstrInfo();
  for (auto [Store, Opcode] : Found.Stores) {
    BuildMI(*Store->getParent(), Store, Store->getDebugLoc(), In.get(Opcode))
        .addImm(int32_t(Found.Move->getOperand(1).getImm()))
        .add(Store->getOperand(1))
        .add(Store->getOperand(2))
        .cloneMemRefs(*Store);
    Store->eraseFromParent();
  }
  for (MachineInstr *Each : Found.Debug)
    Each->setDebugValueUndef();
  Found.Move->eraseFromParent();
}

void repairImmediateStores(MachineFunction &F, const Target &, Repairs &R) {
  ConstantFinder Finder(F);
  std::vector<StoredConstant> All;
  for (MachineBasicBlock &Block : F)
    for (MachineInstr &I : Block)
      if (std::optional<StoredConstant> Found = Finder.find(I); Found && !Found->Stores.empty())
        All.push_back(std::move(*Found));
  for (const StoredConstant &Each : All)
    if (R.mayRepair(Transform::ImmediateStores, *Each.Stores.front().first, "a constant is stored without a register"))
      replace(Each);
}

} // namespace bpf
