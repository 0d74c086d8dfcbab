// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// LLVM's attribute preserve_static_offset, which does this for other structures, drops the relocations of those with
// preserve_access_index. The call is the same, llvm.bpf.getelementptr.and.load or .store. Its indices are the variable
// that stands for the relocation, and the number of the address: constants are neither chosen from nor merged, so that
// each access keeps its own relocation.
#include "passes/transform/RelocatedContexts.h"
#include "passes/target/ContextMember.h"
#include "passes/transform/TransformChoice.h"
#include "llvm/IR/DebugInfoMetadata.h"
#include "llvm/IR/IRBuilder.h"
#include "llvm/IR/InstIterator.h"
#include "llvm/IR/IntrinsicInst.h"
#include "llvm/IR/IntrinsicsBPF.h"
#include "llvm/IR/Module.h"

using namespace llvm;

namespace bpf {

namespace {

/// llvm.bpf.passthrough(Number, Base + *Relocation).
struct RelocatedAddress {
  IntrinsicInst &Fence;
  GetElementPtrInst &Address;
  LoadInst &Offset;

  GlobalVariable *relocation() const { return cast<GlobalVariable>(Offset.getPointerOperand()); }
};

} // namespace

static std::optional<RelocatedAddress> relocatedAddress(Instruction &I) {
  auto *Fence = dyn_cast<IntrinsicInst>(&I);
  if (!Fence || Fence->getIntrinsicID() != Intrinsic::bpf_passthrough)
    return std::nullopt;
  auto *Address = dyn_cast<GetElementPtrInst>(Fence->getArgOperand(1));
  if (!Address || Address->getNumIndices() != 1 || !Address->getSourceElementType()->isIntegerTy(8))
    return std::nullopt;
  auto *Offset = dyn_cast<LoadInst>(Address->getOperand(1));
  if (!Offset || !isa<GlobalVariable>(Offset->getPointerOperand()))
    return std::nullopt;
  return RelocatedAddress{*Fence, *Address, *Offset};
}

/// The structure that the relocation names.
static StringRef recordOf(const GlobalVariable &Relocation) {
  const auto *Type = dyn_cast_or_null<DIType>(Relocation.getMetadata(LLVMContext::MD_preserve_access_index));
  while (const auto *Derived = dyn_cast_or_null<DIDerivedType>(Type))
    Type = Derived->getBaseType();
  return isa_and_nonnull<DICompositeType>(Type) ? Type->getName() : "";
}

/// The arguments of the call: the pointer, volatile, ordering, scope, the alignment's logarithm, inbounds, the indices.
template <typename Access> static SmallVector<Value *> arguments(const RelocatedAddress &At, const Access &I) {
  IRBuilder<> Builder(I.getContext());
  return {At.Address.getPointerOperand(),
          Builder.getInt1(I.isVolatile()),
          Builder.getInt8(uint8_t(I.getOrdering())),
          Builder.getInt8(I.getSyncScopeID()),
          Builder.getInt8(Log2(I.getAlign())),
          Builder.getInt1(false),
          At.relocation(),
          At.Fence.getArgOperand(0)};
}

static void setProperties(CallInst &Call, const Instruction &I, unsigned Pointer) {
  LLVMContext &C = Call.getContext();
  Call.addParamAttr(Pointer, Attribute::get(C, Attribute::ElementType, Type::getInt8Ty(C)));
  Call.setDoesNotThrow();
  if (!I.isVolatile() && !I.isAtomic()) {
    Call.setOnlyAccessesArgMemory();
    isa<LoadInst>(I) ? Call.setOnlyReadsMemory() : Call.setOnlyWritesMemory();
  }
  Call.setAAMetadata(I.getAAMetadata());
}

static void hideLoad(const RelocatedAddress &At, LoadInst &Load) {
  CallInst *Call = IRBuilder<>(&Load).CreateIntrinsic(Intrinsic::bpf_getelementptr_and_load, {Load.getType()},
                                                      arguments(At, Load), nullptr, Load.getName());
  setProperties(*Call, Load, 0);
  Load.replaceAllUsesWith(Call);
  Load.eraseFromParent();
}

static void hideStore(const RelocatedAddress &At, StoreInst &Store) {
  SmallVector<Value *> Arguments = {Store.getValueOperand()};
  Arguments.append(arguments(At, Store));
  CallInst *Call = IRBuilder<>(&Store).CreateIntrinsic(Intrinsic::bpf_getelementptr_and_store,
                                                       {Store.getValueOperand()->getType()}, Arguments);
  setProperties(*Call, Store, 1);
  Store.eraseFromParent();
}

/// True where nothing but loads and stores use the address. Code generation makes a relocation for each of those.
static bool isOnlyAccessed(const Value &Address) {
  return all_of(Address.uses(), [](const Use &Each) {
    return isa<LoadInst>(Each.getUser()) ||
           (isa<StoreInst>(Each.getUser()) && Each.getOperandNo() == StoreInst::getPointerOperandIndex());
  });
}

static bool hide(const RelocatedAddress &At) {
  if (!isOnlyAccessed(At.Fence))
    return false;
  for (User *Each : make_early_inc_range(At.Fence.users()))
    if (auto *Load = dyn_cast<LoadInst>(Each))
      hideLoad(At, *Load);
    else
      hideStore(At, *cast<StoreInst>(Each));
  At.Fence.eraseFromParent();
  if (At.Address.use_empty())
    At.Address.eraseFromParent();
  if (At.Offset.use_empty())
    At.Offset.eraseFromParent();
  return true;
}

PreservedAnalyses RelocatedContextsPass::run(Module &M, ModuleAnalysisManager &) {
  SmallVector<RelocatedAddress> Found;
  TransformChoice Choice(M, Enabled);
  for (Function &F : M) {
    if (!Choice.of(F).has(Transform::ContextOffsets))
      continue;
    for (Instruction &I : instructions(F))
      if (std::optional<RelocatedAddress> At = relocatedAddress(I)) {
        StringRef Record = recordOf(*At->relocation());
        if (isKnownContext(Record) || (Records && Records->contains(Record)))
          Found.push_back(*At);
      }
  }
  bool Changed = false;
  for (const RelocatedAddress &Each : Found)
    Changed |= hide(Each);
  return Changed ? PreservedAnalyses::none() : PreservedAnalyses::all();
}

} // namespace bpf
