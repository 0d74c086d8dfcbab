// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Contexts go down the calls from the programs, packet pointers go down and up, until nothing new is found.
#include "passes/analysis/PacketPointers.h"
#include "passes/analysis/FieldOffset.h"
#include "passes/analysis/HelperCall.h"
#include "passes/analysis/ProgramTypeOf.h"
#include "passes/analysis/Reach.h"
#include "passes/target/ContextMember.h"
#include "passes/target/Kfunc.h"
#include "passes/target/ProgramType.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/IR/InstIterator.h"
#include "llvm/IR/Instructions.h"
#include "llvm/IR/IntrinsicInst.h"
#include "llvm/IR/IntrinsicsBPF.h"
#include "llvm/IR/Module.h"
#include "llvm/IR/Operator.h"

using namespace llvm;

namespace bpf {

static const Function *definedCallee(const CallBase &Call) {
  const Function *Callee = Call.getCalledFunction();
  return Callee && !Callee->isDeclaration() ? Callee : nullptr;
}

PacketPointers::PacketPointers(const Module &M, const Target &T)
    : MissedTailCallMoves(T.has(Feature::TailCallMovesPacket) && !T.has(Feature::MissedTailCall)) {
  findMoving(M, T);
  if (areNeverMoved())
    return;
  findContexts(M);
  bool Changed = true;
  while (Changed) {
    Changed = false;
    for (const Function &F : M)
      if (!F.isDeclaration())
        Changed |= follow(F);
  }
}

const SetVector<const Value *> &PacketPointers::in(const Function &F) const {
  static const SetVector<const Value *> None;
  auto Known = Pointers.find(&F);
  return Known == Pointers.end() ? None : Known->second;
}

std::string PacketPointers::movedBy(const CallBase &Call) const {
  if (const Function *Callee = definedCallee(Call))
    return Moving.lookup(Callee);
  const Function *Declared = Call.getCalledFunction();
  if (const Kfunc *Row = Declared ? findKfunc(Declared->getName()) : nullptr; Row && Row->movesPacketData())
    return Row->Name.str();
  const Helper *Called = calledHelper(Call);
  bool Moves = Called && (Called->movesPacketData() || (MissedTailCallMoves && Called->Name == "tail_call"));
  return Moves ? ("bpf_" + Called->Name).str() : "";
}

/// What a call does to the packet in the eyes of who calls the function it is in. What runs after a tail call may do
/// anything, and returns to these callers; the function itself goes on only where nothing has happened.
std::string PacketPointers::movedForCallers(const CallBase &Call, const Target &T) const {
  const Helper *Called = calledHelper(Call);
  if (Called && Called->Name == "tail_call" && T.has(Feature::TailCallMovesPacket))
    return "bpf_tail_call";
  return movedBy(Call);
}

bool PacketPointers::verifierKnows(const CallBase &Call, const Target &T) const {
  const Function *Callee = definedCallee(Call);
  return !Callee || Callee->hasLocalLinkage() || T.has(Feature::GlobalCallMovesPacket);
}

void PacketPointers::findMoving(const Module &M, const Target &T) {
  bool Changed = true;
  while (Changed) {
    Changed = false;
    for (const Function &F : M) {
      if (F.isDeclaration() || Moving.contains(&F))
        continue;
      for (const Instruction &I : instructions(F)) {
        const auto *Call = dyn_cast<CallBase>(&I);
        std::string By = Call ? movedForCallers(*Call, T) : std::string();
        if (By.empty())
          continue;
        Moving[&F] = By;
        Changed = true;
        break;
      }
    }
  }
}

void PacketPointers::findContexts(const Module &M) {
  SmallVector<const Argument *, 16> Next;
  auto Add = [&](const Argument &A, StringRef Context) {
    if (Contexts.try_emplace(&A, Context).second)
      Next.push_back(&A);
  };
  for (const Function &F : M) {
    const ProgramType *Type = programTypeOf(F);
    if (Type && !Type->Context.empty() && !F.arg_empty())
      Add(*F.getArg(0), Type->Context);
  }
  while (!Next.empty()) {
    const Argument *A = Next.pop_back_val();
    for (const Use &Each : A->uses()) {
      const auto *Call = dyn_cast<CallBase>(Each.getUser());
      const Function *Callee = Call && Call->isArgOperand(&Each) ? definedCallee(*Call) : nullptr;
      if (Callee && Call->getArgOperandNo(&Each) < Callee->arg_size())
        Add(*Callee->getArg(Call->getArgOperandNo(&Each)), Contexts.lookup(A));
    }
  }
}

bool PacketPointers::readsPacketField(const LoadInst &Load) const {
  const Value *Base = Load.getPointerOperand();
  if (const auto *Fence = dyn_cast<IntrinsicInst>(Base); Fence && Fence->getIntrinsicID() == Intrinsic::bpf_passthrough)
    Base = Fence->getArgOperand(1);
  uint64_t Offset = 0;
  if (const auto *Address = dyn_cast<GEPOperator>(Base)) {
    std::optional<FieldOffset> Known = fieldOffset(*Address, Load.getDataLayout());
    if (!Known)
      return false;
    Offset = Known->Bytes;
    Base = Address->getPointerOperand();
  }
  auto Known = Contexts.find(Base);
  const ContextMember *Member = Known == Contexts.end() ? nullptr : findContextMember(Known->second, Offset);
  return Member && Member->Offset == Offset && Member->pointsToPacket();
}

/// Operations whose result points where their operand pointed, or near.
static bool goesOn(const Instruction &I) {
  switch (I.getOpcode()) {
  case Instruction::ZExt:
  case Instruction::IntToPtr:
  case Instruction::PtrToInt:
  case Instruction::BitCast:
  case Instruction::Freeze:
  case Instruction::PHI:
  case Instruction::Select:
  case Instruction::Add:
  case Instruction::GetElementPtr:
    return true;
  default:
    return isa<IntrinsicInst>(I) && cast<IntrinsicInst>(I).getIntrinsicID() == Intrinsic::bpf_passthrough;
  }
}

bool PacketPointers::follow(const Function &F) {
  SetVector<const Value *> &Found = Pointers[&F];
  size_t Before = Found.size();
  bool Elsewhere = false;
  size_t Round;
  do {
    Round = Found.size();
    for (const Instruction &I : instructions(F)) {
      const auto *Load = dyn_cast<LoadInst>(&I);
      const auto *Call = dyn_cast<CallBase>(&I);
      const Function *Callee = Call ? definedCallee(*Call) : nullptr;
      auto IsOne = [&](const Use &Operand) { return Found.contains(Operand.get()); };
      if ((Load && readsPacketField(*Load)) || (Callee && Returns.lookup(Callee)) ||
          (goesOn(I) && any_of(I.operands(), IsOne)))
        Found.insert(&I);
      if (isa<ReturnInst>(I) && any_of(I.operands(), IsOne) && F.getReturnType()->isPointerTy() && !Returns[&F])
        Elsewhere = Returns[&F] = true;
      if (!Callee || Callee == &F)
        continue;
      for (const Use &Argument : Call->args())
        if (IsOne(Argument) && Call->getArgOperandNo(&Argument) < Callee->arg_size())
          Elsewhere |= Pointers[Callee].insert(Callee->getArg(Call->getArgOperandNo(&Argument)));
    }
  } while (Found.size() != Round);
  return Elsewhere || Found.size() != Before;
}

/// True for an argument whose memory the helper reads or writes.
static bool isMemory(ArgumentKind Kind) {
  using enum ArgumentKind;
  return Kind == Key || Kind == ArgumentKind::Value || Kind == Reads || Kind == Sends || Kind == Writes ||
         Kind == Updates;
}

bool PacketPointers::accesses(const Instruction &I, const Value &Pointer) const {
  if (const auto *Load = dyn_cast<LoadInst>(&I))
    return Load->getPointerOperand() == &Pointer;
  if (const auto *Store = dyn_cast<StoreInst>(&I))
    return Store->getPointerOperand() == &Pointer;
  if (const auto *Memory = dyn_cast<MemIntrinsic>(&I))
    return is_contained(Memory->args(), &Pointer);
  const auto *Call = dyn_cast<CallBase>(&I);
  if (!Call || isa<IntrinsicInst>(I))
    return false;
  const Helper *Called = calledHelper(*Call);
  const Function *Callee = definedCallee(*Call);
  for (const auto &[Index, Argument] : enumerate(Call->args())) {
    if (Argument.get() != &Pointer)
      continue;
    if (Called && isMemory(Called->argument(Index).Kind))
      return true;
    if (Callee && Index < Callee->arg_size() && accessesArgument(*Callee->getArg(Index), 0))
      return true;
  }
  return false;
}

bool PacketPointers::accessesArgument(const Argument &A, unsigned Depth) const {
  constexpr unsigned MaxFrames = 8;
  if (Depth == MaxFrames)
    return false;
  return any_of(A.users(), [&](const User *U) {
    const auto *I = dyn_cast<Instruction>(U);
    if (!I)
      return false;
    if (isa<GetElementPtrInst>(I))
      return any_of(I->users(), [&](const User *Next) {
        return isa<Instruction>(Next) && !isa<CallBase>(Next) && accesses(*cast<Instruction>(Next), *I);
      });
    return !isa<CallBase>(I) && accesses(*I, A);
  });
}

} // namespace bpf
