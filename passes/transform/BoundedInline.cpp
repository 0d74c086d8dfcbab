// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Marks the functions that were chosen and has LLVM's own pass inline them.
#include "passes/transform/BoundedInline.h"
#include "passes/transform/AlwaysInline.h"
#include "passes/transform/InlineChoice.h"
#include "passes/transform/LockedCalls.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SetVector.h"
#include "llvm/Analysis/InlineCost.h"
#include "llvm/IR/InstrTypes.h"
#include "llvm/IR/Module.h"
#include "llvm/Passes/PassBuilder.h"
#include "llvm/Target/TargetMachine.h"
#include "llvm/Transforms/IPO/AlwaysInliner.h"

using namespace llvm;

namespace bpf {

static bool mayGo(const Function &F) {
  return mayBeInlined(F, /*GlobalsToo=*/false) && isInlineViable(const_cast<Function &>(F)).isSuccess();
}

/// True where every call may be inlined, so that the function goes away.
static bool mayGoEverywhere(const Function &F) {
  return mayGo(F) && all_of(F.users(), [](const User *Each) {
           const auto *Call = dyn_cast<CallBase>(Each);
           return Call && !Call->isNoInline() && !Call->getFunction()->hasOptNone();
         });
}

static void simplify(ArrayRef<Function *> Changed, ModuleAnalysisManager &Modules, PassBuilder &Builder, Module &M) {
  FunctionPassManager Passes =
      Builder.buildFunctionSimplificationPipeline(OptimizationLevel::O2, ThinOrFullLTOPhase::None);
  FunctionAnalysisManager &Functions = Modules.getResult<FunctionAnalysisManagerModuleProxy>(M).getManager();
  for (Function *F : Changed) {
    Functions.invalidate(*F, PreservedAnalyses::none());
    Functions.invalidate(*F, Passes.run(*F, Functions));
  }
}

static void inlineMarked(Module &M, TargetMachine &Machine, ArrayRef<Function *> Changed) {
  LoopAnalysisManager Loops;
  FunctionAnalysisManager Functions;
  CGSCCAnalysisManager Components;
  ModuleAnalysisManager Modules;
  PassBuilder Builder(&Machine);
  Builder.registerModuleAnalyses(Modules);
  Builder.registerCGSCCAnalyses(Components);
  Builder.registerFunctionAnalyses(Functions);
  Builder.registerLoopAnalyses(Loops);
  Builder.crossRegisterProxies(Loops, Functions, Components, Modules);
  Modules.invalidate(M, AlwaysInlinerPass().run(M, Modules));
  simplify(Changed, Modules, Builder, M);
}

void inlineWithinBound(Module &M, const Target &T, TargetMachine &Machine, unsigned Percent) {
  SetVector<Function *> Changed;
  if (!T.has(Feature::CallsUnderLock))
    Changed = inlineUnderLocks(M, mayGo);
  // -Os and -Oz ask for what adds nothing.
  bool IsForSize = any_of(M, [](const Function &F) { return F.hasOptSize(); });
  std::vector<Function *> Chosen = chooseInlines(M, mayGoEverywhere, IsForSize ? 0 : Percent);
  for (Function *F : Chosen) {
    F->addFnAttr(Attribute::AlwaysInline);
    for (User *Call : F->users())
      Changed.insert(cast<CallBase>(Call)->getFunction());
  }
  // What goes away itself hands its code on to callers, which are in the list too.
  Changed.remove_if([&](Function *F) { return is_contained(Chosen, F); });
  if (!Changed.empty())
    inlineMarked(M, Machine, Changed.getArrayRef());
}

} // namespace bpf
