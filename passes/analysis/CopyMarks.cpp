// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The notes are places: optimisation keeps the place of a copy, and gives one that it made of a loop that of the loop's
// store.
#include "passes/analysis/CopyMarks.h"
#include "llvm/IR/DebugInfoMetadata.h"
#include "llvm/IR/InstIterator.h"
#include "llvm/IR/IntrinsicInst.h"
#include "llvm/IR/Module.h"

using namespace llvm;

namespace bpf {

static constexpr StringLiteral Notes = "bpf.copies";

static Metadata *numberIn(LLVMContext &Context, unsigned Number) {
  return ConstantAsMetadata::get(ConstantInt::get(Type::getInt32Ty(Context), Number));
}

/// The same for an instruction and for every copy of it.
static MDNode *placeIn(LLVMContext &Context, const DILocation &Where) {
  return MDNode::get(Context,
                     {Where.getFile(), numberIn(Context, Where.getLine()), numberIn(Context, Where.getColumn())});
}

void markCopies(Module &M) {
  LLVMContext &Context = M.getContext();
  NamedMDNode *Noted = M.getOrInsertNamedMetadata(Notes);
  for (Function &F : M)
    for (Instruction &I : instructions(F)) {
      if (!isa<MemIntrinsic>(I) || !I.getDebugLoc())
        continue;
      // clang describes the members of what is assigned.
      bool IsAssignment = I.hasMetadata(LLVMContext::MD_tbaa_struct);
      Noted->addOperand(MDNode::get(Context, {placeIn(Context, *I.getDebugLoc()), numberIn(Context, IsAssignment)}));
    }
}

CopyForm formOf(const MemIntrinsic &Copy) {
  const NamedMDNode *Noted = Copy.getModule()->getNamedMetadata(Notes);
  if (!Noted || !Copy.getDebugLoc())
    return CopyForm::Unknown;
  const MDNode *Where = placeIn(Copy.getContext(), *Copy.getDebugLoc());
  for (const MDNode *Each : Noted->operands())
    if (Each->getOperand(0) == Where)
      return mdconst::extract<ConstantInt>(Each->getOperand(1))->isOne() ? CopyForm::Assignment : CopyForm::Call;
  return CopyForm::Loop;
}

void forgetCopies(Module &M) {
  if (NamedMDNode *Noted = M.getNamedMetadata(Notes))
    Noted->eraseFromParent();
}

} // namespace bpf
