// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Every kernel can store a constant (BPF_ST), which LLVM uses from v4 on. Before Linux 6.3 the verifier rejects it for
// the context (0d80a619c113) and does not keep the value on the stack (ecdf985d7615): what is stored to goes by the
// IR's pointers, and a variable on the stack must be for helpers only.
#include "passes/analysis/HelperCall.h"
#include "passes/transform/Opcodes.h"
#include "passes/transform/Repairs.h"
#include "llvm/Analysis/ValueTracking.h"
#include "llvm/CodeGen/MachineInstrBuilder.h"
#include "llvm/CodeGen/MachineRegisterInfo.h"
#include "llvm/CodeGen/TargetInstrInfo.h"
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
  unsigned Constants[2];
  unsigned LongConstant;

  explicit Opcodes(const TargetInstrInfo &In)
      : Stores{form(In, "STB", "STB_imm"),   form(In, "STB32", "STB_imm"), form(In, "STH", "STH_imm"),
               form(In, "STH32", "STH_imm"), form(In, "STW", "STW_imm"),   form(In, "STW32", "STW_imm"),
               form(In, "STD", "STD_imm")},
        Constants{opcodeOf("MOV_ri", In), opcodeOf("MOV_ri_32", In)}, LongConstant(opcodeOf("LD_imm64", In)) {}

  /// The opcode that stores a constant as \p I stores a register; nothing for another instruction.
  std::optional<unsigned> immediateForm(const MachineInstr &I) const {
    const Store *Found = find_if(Stores, [&](const Store &Each) { return Each.OfRegister == I.getOpcode(); });
    return Found == std::end(Stores) ? std::nullopt : std::optional(Found->OfConstant);
  }
  bool isWide(const MachineInstr &Store) const { return Store.getOpcode() == Stores[6].OfRegister; }

private:
  static Store form(const TargetInstrInfo &In, StringRef OfRegister, StringRef OfConstant) {
    return {opcodeOf(OfRegister, In), opcodeOf(OfConstant, In)};
  }
};

class Stores {
public:
  explicit Stores(MachineFunction &F)
      : Registers(F.getRegInfo()), Instructions(*F.getSubtarget().getInstrInfo()), Known(opcodes(Instructions)) {}

  /// The opcode of the store that needs no register, where there is one.
  std::optional<unsigned> betterForm(const MachineInstr &I) const;
  /// The definition of what is stored.
  MachineInstr &constant(const MachineInstr &Store) const {
    return *Registers.getUniqueVRegDef(Store.getOperand(0).getReg());
  }
  void replace(MachineInstr &Store, unsigned Opcode) const;

private:
  static const Opcodes &opcodes(const TargetInstrInfo &In) {
    static const Opcodes Table(In);
    return Table;
  }
  std::optional<unsigned> formOfConstantStore(const MachineInstr &I) const;
  bool isOnlyStored(const MachineInstr &Constant) const;

  MachineRegisterInfo &Registers;
  const TargetInstrInfo &Instructions;
  const Opcodes &Known;
};

} // namespace

std::optional<unsigned> Stores::formOfConstantStore(const MachineInstr &I) const {
  std::optional<unsigned> Opcode = Known.immediateForm(I);
  if (!Opcode || !I.getOperand(0).getReg().isVirtual())
    return std::nullopt;
  const MachineInstr *Definition = Registers.getUniqueVRegDef(I.getOperand(0).getReg());
  if (!Definition)
    return std::nullopt;
  bool IsConstant = is_contained(Known.Constants, Definition->getOpcode()) ||
                    (Definition->getOpcode() == Known.LongConstant && !Known.isWide(I));
  return IsConstant && Definition->getOperand(1).isImm() && takesConstant(I) ? Opcode : std::nullopt;
}

/// True where the constant is needed for nothing else, so that its register and instruction go away.
bool Stores::isOnlyStored(const MachineInstr &Constant) const {
  return all_of(Registers.use_nodbg_operands(Constant.getOperand(0).getReg()), [&](const MachineOperand &Each) {
    return Each.getOperandNo() == 0 && formOfConstantStore(*Each.getParent());
  });
}

std::optional<unsigned> Stores::betterForm(const MachineInstr &I) const {
  std::optional<unsigned> Opcode = formOfConstantStore(I);
  return Opcode && isOnlyStored(constant(I)) ? Opcode : std::nullopt;
}

void Stores::replace(MachineInstr &Store, unsigned Opcode) const {
  MachineInstr &Constant = constant(Store);
  Register Register = Constant.getOperand(0).getReg();
  BuildMI(*Store.getParent(), Store, Store.getDebugLoc(), Instructions.get(Opcode))
      .addImm(int32_t(Constant.getOperand(1).getImm()))
      .add(Store.getOperand(1))
      .add(Store.getOperand(2))
      .cloneMemRefs(Store);
  Store.eraseFromParent();
  if (!Registers.use_nodbg_empty(Register))
    return;
  Registers.markUsesInDebugValueAsUndef(Register);
  Constant.eraseFromParent();
}

void repairImmediateStores(MachineFunction &F, const Target &, Repairs &R) {
  Stores In(F);
  SmallVector<std::pair<MachineInstr *, unsigned>> Found;
  for (MachineBasicBlock &Block : F)
    for (MachineInstr &I : Block)
      if (I.mayStore())
        if (std::optional<unsigned> Opcode = In.betterForm(I))
          Found.emplace_back(&I, *Opcode);
  for (auto [Store, Opcode] : Found)
    if (R.mayRepair(Transform::ImmediateStores, *Store, "a constant is stored without a register"))
      In.replace(*Store, Opcode);
}

} // namespace bpf
