// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Variables come from debug records, calls from call instructions and from functions passed to callees.
#include "passes/analysis/HelperCall.h"
#include "passes/analysis/Location.h"
#include "passes/analysis/MachineFacts.h"
#include "passes/analysis/PassedCallback.h"
#include "passes/analysis/ProgramTypeOf.h"
#include "passes/analysis/Reach.h"
#include "passes/analysis/StackVariables.h"
#include "passes/target/ProgramType.h"
#include "passes/target/ReturnRange.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/IR/DebugInfoMetadata.h"
#include "llvm/IR/InstIterator.h"
#include "llvm/IR/Instructions.h"
#include "llvm/IR/Module.h"

using namespace llvm;

namespace bpf {

static void addVariables(const Function &F, FunctionFacts &Facts) {
  StackVariables Named = stackVariables(F);
  for (const Instruction &I : instructions(F)) {
    const auto *Slot = dyn_cast<AllocaInst>(&I);
    const DILocalVariable *Variable = Slot ? Named.lookup(Slot) : nullptr;
    std::optional<TypeSize> Bytes = Slot ? Slot->getAllocationSize(F.getDataLayout()) : std::nullopt;
    if (Variable && Bytes)
      Facts.Variables.push_back({Variable->getName().str(),
                                 Bytes->getFixedValue(),
                                 {fileOf(*Variable->getScope()), Variable->getLine(), 0,
                                  Variable->getScope()->getSubprogram()->getName().str()}});
  }
  stable_sort(Facts.Variables, [](const FrameVariable &A, const FrameVariable &B) { return A.Bytes > B.Bytes; });
}

/// Callbacks of these are called when the program is long gone.
static bool callsLater(const CallBase &Call) {
  const CallbackRule *Rule = callbackRuleOf(Call);
  return Rule && Rule->IsLater;
}

static void addCalls(const Instruction &I, const Reach &Looked, FunctionFacts &Facts) {
  const auto *Call = dyn_cast<CallBase>(&I);
  if (!Call)
    return;
  const Helper *Called = calledHelper(*Call);
  Facts.CallsTail |= Called && Called->Name == "tail_call";
  for (const Use &Operand : Call->operands()) {
    const auto *Callee = dyn_cast<Function>(Operand->stripPointerCasts());
    if (!Callee || Callee->isDeclaration())
      continue;
    bool IsCall = Call->isCallee(&Operand);
    Facts.Calls.push_back(
        {Callee->getName().str(), placeOf(I), Looked.of(I) == Reached::Surely, !IsCall && callsLater(*Call)});
  }
}

void addFrameFacts(const Module &M, MachineFacts &Facts) {
  Reach Looked(M);
  for (const Function &F : M) {
    if (F.isDeclaration() || Looked.of(F) == Reached::Never)
      continue;
    FunctionFacts &Function = Facts.Functions[F.getName().str()];
    const ProgramSection *Section = programSectionOf(F);
    Function.Declared = placeOf(F);
    Function.IsProgram = isProgram(F);
    Function.HasOwnStack = Section && Section->hasOwnStack();
    addVariables(F, Function);
    for (const Instruction &I : instructions(F))
      addCalls(I, Looked, Function);
  }
}

} // namespace bpf
