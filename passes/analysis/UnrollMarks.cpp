// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// clang writes llvm.loop.unroll.enable for `#pragma unroll`, .full for `#pragma clang loop unroll(full)`; a count,
// which leaves a loop on purpose, is another property.
#include "passes/analysis/UnrollMarks.h"
#include "llvm/Analysis/LoopInfo.h"
#include "llvm/IR/Instructions.h"
#include "llvm/IR/Metadata.h"
#include "llvm/IR/Module.h"

using namespace llvm;

namespace bpf {

static constexpr StringLiteral Mark = "bpf.loop.unroll";
static constexpr StringLiteral Pragmas[] = {"llvm.loop.unroll.enable", "llvm.loop.unroll.full"};

static bool hasProperty(const MDNode &LoopId, StringRef Name) {
  return any_of(drop_begin(LoopId.operands()), [&](const MDOperand &Each) {
    const auto *Property = dyn_cast_or_null<MDNode>(Each.get());
    const auto *Text =
        Property && Property->getNumOperands() ? dyn_cast_or_null<MDString>(Property->getOperand(0)) : nullptr;
    return Text && Text->getString() == Name;
  });
}

static bool hasPragma(const MDNode &LoopId) {
  return any_of(Pragmas, [&](StringRef Name) { return hasProperty(LoopId, Name); });
}

void markUnrolls(Module &M) {
  LLVMContext &Context = M.getContext();
  for (Function &F : M)
    for (BasicBlock &Block : F) {
      MDNode *LoopId = Block.getTerminator()->getMetadata(LLVMContext::MD_loop);
      if (!LoopId || !hasPragma(*LoopId))
        continue;
      SmallVector<Metadata *, 8> Properties(LoopId->op_begin(), LoopId->op_end());
      Properties.push_back(MDNode::get(Context, MDString::get(Context, Mark)));
      MDNode *Marked = MDNode::getDistinct(Context, Properties);
      // A loop is known by this first operand, which is itself.
      Marked->replaceOperandWith(0, Marked);
      Block.getTerminator()->setMetadata(LLVMContext::MD_loop, Marked);
    }
}

bool isToBeUnrolled(const Loop &L) {
  const MDNode *LoopId = L.getLoopID();
  return LoopId && (hasProperty(*LoopId, Mark) || hasPragma(*LoopId));
}

} // namespace bpf
