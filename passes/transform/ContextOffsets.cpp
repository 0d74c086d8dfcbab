// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// llvm.bpf.getelementptr.and.load and .store, whose arguments are, behind the value of a store: the pointer, volatile,
// ordering, scope, the alignment's logarithm, inbounds, and the indices.
#include "passes/transform/ContextOffsets.h"
#include "llvm/IR/IRBuilder.h"
#include "llvm/IR/InstIterator.h"
#include "llvm/IR/IntrinsicInst.h"
#include "llvm/IR/IntrinsicsBPF.h"
#include "llvm/IR/Module.h"

using namespace llvm;

namespace bpf {

static uint64_t number(const CallInst &Call, unsigned Index) {
  return cast<ConstantInt>(Call.getArgOperand(Index))->getZExtValue();
}

/// What loads and stores have in common. \p First is the argument that is the pointer.
template <typename Access> static void setProperties(Access &Made, const CallInst &Call, unsigned First) {
  Made.setVolatile(number(Call, First + 1));
  Made.setOrdering(AtomicOrdering(number(Call, First + 2)));
  Made.setSyncScopeID(SyncScope::ID(number(Call, First + 3)));
  Made.setAlignment(Align(uint64_t(1) << number(Call, First + 4)));
  Made.setAAMetadata(Call.getAAMetadata());
}

/// As LLVM's BPFAbstractMemberAccess made it, see RelocatedContexts.cpp.
static Value *relocatedAddress(CallInst &Call, unsigned First, GlobalVariable &Relocation, IRBuilder<> &Builder) {
  Value *Offset = Builder.CreateLoad(Builder.getInt64Ty(), &Relocation);
  Value *Address = Builder.CreateGEP(Builder.getInt8Ty(), Call.getArgOperand(First), Offset);
  Type *Pointer = Address->getType();
  return Builder.CreateIntrinsic(Intrinsic::bpf_passthrough, {Pointer, Pointer},
                                 {Call.getArgOperand(First + 7), Address});
}

static Value *address(CallInst &Call, unsigned First, IRBuilder<> &Builder) {
  if (auto *Relocation = dyn_cast<GlobalVariable>(Call.getArgOperand(First + 6)))
    return relocatedAddress(Call, First, *Relocation, Builder);
  SmallVector<Value *> Indices(Call.arg_begin() + First + 6, Call.arg_end());
  bool IsInBounds = number(Call, First + 5);
  return Builder.CreateGEP(Call.getParamElementType(First), Call.getArgOperand(First), Indices, Call.getName(),
                           IsInBounds ? GEPNoWrapFlags::inBounds() : GEPNoWrapFlags::none());
}

static void reveal(CallInst &Call) {
  IRBuilder<> Builder(&Call);
  if (Call.getIntrinsicID() == Intrinsic::bpf_getelementptr_and_load) {
    LoadInst *Load = Builder.CreateLoad(Call.getType(), address(Call, 0, Builder));
    setProperties(*Load, Call, 0);
    Call.replaceAllUsesWith(Load);
  } else {
    StoreInst *Store = Builder.CreateStore(Call.getArgOperand(0), address(Call, 1, Builder));
    setProperties(*Store, Call, 1);
  }
  Call.eraseFromParent();
}

void revealContextAccesses(Module &M) {
  for (Function &F : M)
    for (Instruction &I : make_early_inc_range(instructions(F)))
      if (auto *Call = dyn_cast<IntrinsicInst>(&I))
        if (is_contained({Intrinsic::bpf_getelementptr_and_load, Intrinsic::bpf_getelementptr_and_store},
                         Call->getIntrinsicID()))
          reveal(*Call);
}

void exposeContexts(Function &F) {
  for (Instruction &I : make_early_inc_range(instructions(F)))
    if (auto *Call = dyn_cast<IntrinsicInst>(&I); Call && Call->getIntrinsicID() == Intrinsic::preserve_static_offset) {
      Call->replaceAllUsesWith(Call->getArgOperand(0));
      Call->eraseFromParent();
    }
}

} // namespace bpf
