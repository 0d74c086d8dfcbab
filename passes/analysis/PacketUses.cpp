// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Follows the uses of each read of ctx->data.
#include "passes/analysis/PacketUses.h"
#include "passes/analysis/ArgumentMemory.h"
#include "passes/analysis/EmptyAssembly.h"
#include "passes/analysis/FieldOffset.h"
#include "passes/analysis/KernelCall.h"
#include "passes/analysis/MemoryComparison.h"
#include "passes/analysis/ProgramTypeOf.h"
#include "passes/analysis/Reach.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/IR/DataLayout.h"
#include "llvm/IR/InstIterator.h"
#include "llvm/IR/Instructions.h"
#include "llvm/IR/IntrinsicInst.h"
#include "llvm/IR/IntrinsicsBPF.h"

using namespace llvm;

namespace bpf {

static bool comparesPacket(const Function &F) {
  return any_of(instructions(F), [](const Instruction &I) { return packetTest(I); });
}

/// True for a function to whose calls the program comes without a comparison of the packet with its end: the verifier
/// keeps what it learnt from one.
static bool comparesAlone(const Function &F, unsigned Depth) {
  constexpr unsigned Deep = 4;
  return Depth < Deep && !F.use_empty() &&
         all_of(
             F.uses(),
             [&](const Use &Each) {
               const auto *Call = dyn_cast<CallBase>(Each.getUser());
               const Function *Caller = Call && Call->isCallee(&Each) ? Call->getFunction() : nullptr;
               return Caller && !comparesPacket(*Caller) &&
                      (isProgram(*Caller) || !isVerifiedAtCalls(*Caller) || comparesAlone(*Caller, Depth + 1));
             });
}

PacketUses::PacketUses(const Function &F) {
  bool IsKept = all_of(F.args(), [&](const Argument &Each) { return contextOf(Each).empty() || keepsContext(Each); });
  if (F.isDeclaration() || !IsKept || (!isProgram(F) && isVerifiedAtCalls(F) && !comparesAlone(F, 0)))
    return;
  for (const Instruction &I : instructions(F))
    if (isa<LoadInst>(I))
      if (std::optional<PacketAddress> At = packetAddress(I); At && At->Data == &I)
        follow(I);
  if (Escapes)
    Accesses.clear();
  if (Accesses.empty())
    return;
  // Those of one read came after those of the other.
  DenseMap<const Instruction *, unsigned> Order;
  for (const auto &[Number, I] : enumerate(instructions(F)))
    Order[&I] = Number;
  stable_sort(Accesses,
              [&](const PacketAccess &One, const PacketAccess &Other) { return Order[One.By] < Order[Other.By]; });
}

/// True for a function that compares no pointers, so that the verifier learns nothing about the packet in it, or that
/// it looks at alone.
static bool keepsPacket(const CallBase &Call, unsigned Depth) {
  constexpr unsigned Deep = 4;
  const Function *Callee = Call.getCalledFunction();
  if (!Callee || Callee->isDeclaration() || Depth == Deep)
    return false;
  return !isVerifiedAtCalls(*Callee) || all_of(instructions(*Callee), [&](const Instruction &I) {
    const auto *Inner = dyn_cast<CallBase>(&I);
    if (Inner && !isa<IntrinsicInst>(Inner))
      return kernelCall(*Inner) || isEmptyAssembly(*Inner) || keepsPacket(*Inner, Depth + 1);
    return !isa<IntToPtrInst, PtrToIntInst>(I) &&
           !(isa<ICmpInst>(I) && cast<ICmpInst>(I).isRelational() && I.getOperand(0)->getType()->isPointerTy());
  });
}

/// True if only the function itself, the kernel, and what does nothing with the packet read the context.
bool PacketUses::keepsContext(const Value &Context) const {
  return all_of(Context.uses(), [&](const Use &Each) {
    const User *By = Each.getUser();
    if (const auto *Store = dyn_cast<StoreInst>(By))
      return Each.getOperandNo() == Store->getPointerOperandIndex();
    if (isa<GetElementPtrInst>(By))
      return keepsContext(*By);
    const auto *Call = dyn_cast<CallBase>(By);
    if (const auto *Intrinsic = dyn_cast<IntrinsicInst>(By))
      return Intrinsic->getIntrinsicID() != Intrinsic::bpf_passthrough || keepsContext(*By);
    return isa<LoadInst>(By) || (Call && (kernelCall(*Call) || keepsPacket(*Call, 0)));
  });
}

void PacketUses::follow(const Value &Address) {
  if (!Seen.insert(&Address).second)
    return;
  for (const Use &Each : Address.uses())
    Escapes |= !use(Each);
}

/// \returns true: what is at no known address is no access to judge.
bool PacketUses::access(const Instruction &By, const Value &Address, uint64_t Bytes, bool Writes) {
  if (std::optional<PacketAddress> At = packetAddress(Address))
    Accesses.push_back({&By, *At, Bytes, Writes});
  return true;
}

/// The kernel reads or writes behind the address. \returns true.
bool PacketUses::pass(const CallBase &To, unsigned Argument) {
  ArgumentMemory Memory = argumentMemory(To, Argument);
  uint64_t Bytes = Memory.Read.value_or(Memory.Written.value_or(0));
  return !Bytes || access(To, *To.getArgOperand(Argument), Bytes, /*Writes=*/!Memory.Read);
}

/// True for a comparison from which the verifier learns nothing about the end: try_match_pkt_pointers().
static bool saysNothing(const ICmpInst &Comparison, const Value &Other) {
  return Comparison.isEquality() || isa<Constant>(Other) || packetAddress(Other);
}

/// \returns false where the address goes to what is not followed.
bool PacketUses::use(const Use &Each) {
  const auto *I = dyn_cast<Instruction>(Each.getUser());
  if (!I)
    return false;
  const DataLayout &Layout = I->getDataLayout();
  auto SizeOf = [&](const Type *T) { return Layout.getTypeStoreSize(const_cast<Type *>(T)).getFixedValue(); };
  if (const auto *Load = dyn_cast<LoadInst>(I))
    return access(*I, *Each, SizeOf(Load->getType()), /*Writes=*/false);
  if (const auto *Store = dyn_cast<StoreInst>(I))
    return Each.getOperandNo() == Store->getPointerOperandIndex() &&
           access(*I, *Each, SizeOf(Store->getValueOperand()->getType()), /*Writes=*/true);
  if (const auto *Memory = dyn_cast<MemIntrinsic>(I)) {
    const auto *Length = dyn_cast<ConstantInt>(Memory->getLength());
    return !Length || Length->isZero() ||
           access(*I, *Each, Length->getZExtValue(), /*Writes=*/Each.getOperandNo() == 0);
  }
  if (const auto *Comparison = dyn_cast<ICmpInst>(I)) {
    std::optional<PacketTest> Test = packetTest(*Comparison);
    if (Test) {
      Comparisons.push_back(Comparison);
      Tests.push_back(*Test);
    }
    return Test || saysNothing(*Comparison, *Comparison->getOperand(1 - Each.getOperandNo()));
  }
  // A distance is a number, from which the verifier learns nothing about the packet.
  if (I->getOpcode() == Instruction::Sub)
    return true;
  // Where it may be one address or another, the accesses have no known one.
  if (isa<GetElementPtrInst, CastInst, FreezeInst, PHINode, SelectInst, BinaryOperator>(I)) {
    follow(*I);
    return true;
  }
  if (&behindFence(*I) != I) {
    follow(*I);
    return true;
  }
  if (const auto *Intrinsic = dyn_cast<IntrinsicInst>(I))
    return Intrinsic->isAssumeLikeIntrinsic();
  const auto *Call = dyn_cast<CallBase>(I);
  if (Call && isMemoryComparison(*Call)) {
    const auto *Length = dyn_cast<ConstantInt>(Call->getArgOperand(2));
    return !Length || access(*I, *Each, Length->getZExtValue(), /*Writes=*/false);
  }
  return Call && kernelCall(*Call) && (!Call->isArgOperand(&Each) || pass(*Call, Call->getArgOperandNo(&Each)));
}

} // namespace bpf
