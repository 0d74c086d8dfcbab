// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Uses go through constant expressions to instructions.
#include "passes/analysis/GlobalUse.h"
#include "passes/analysis/Location.h"
#include "passes/analysis/Reach.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/IR/Constants.h"
#include "llvm/IR/DebugInfoMetadata.h"
#include "llvm/IR/GlobalVariable.h"
#include "llvm/IR/Instructions.h"
#include "llvm/IR/IntrinsicInst.h"
#include "llvm/Support/FormatVariadic.h"

using namespace llvm;

namespace bpf {

bool isGlobalData(const GlobalVariable &Variable) {
  StringRef Section = Variable.getSection();
  if (Variable.isDeclaration() || Variable.isThreadLocal() || Variable.getName().starts_with("llvm."))
    return false;
  return Section.empty() || Section.starts_with(".data") || Section.starts_with(".bss") ||
         Section.starts_with(".rodata");
}

/// Code generation knows what it would read (BPFDAGToDAGISel::PreprocessLoad).
static bool becomesCode(const Instruction &I, const GlobalVariable &Variable) {
  if (!Variable.isConstant() || !Variable.hasDefinitiveInitializer())
    return false;
  if (const auto *Load = dyn_cast<LoadInst>(&I))
    return !Load->isVolatile() && Load->getPointerOperand()->stripInBoundsConstantOffsets() == &Variable;
  const auto *Copy = dyn_cast<MemTransferInst>(&I);
  return Copy && !Copy->isVolatile() && isa<ConstantInt>(Copy->getLength()) && Copy->getRawDest() != &Variable;
}

static void collect(const Value &V, SmallVectorImpl<const Instruction *> &Uses) {
  for (const User *Each : V.users()) {
    if (const auto *I = dyn_cast<Instruction>(Each))
      Uses.push_back(I);
    else if (isa<ConstantExpr>(Each))
      collect(*Each, Uses);
  }
}

GlobalUse firstUse(const GlobalVariable &Variable, const Reach &Looked) {
  SmallVector<const Instruction *, 8> Uses;
  collect(Variable, Uses);
  const Instruction *Perhaps = nullptr;
  // The last that was made is listed first.
  for (const Instruction *Each : reverse(Uses)) {
    Reached Reach = Looked.of(*Each);
    if (Reach == Reached::Never || becomesCode(*Each, Variable))
      continue;
    if (Reach == Reached::Surely)
      return {Each, Severity::Rejected};
    if (!Perhaps)
      Perhaps = Each;
  }
  // libbpf makes no map then, and leaves an instruction there that is rejected only if it is reached.
  return {Perhaps, Severity::Fragile};
}

const Instruction *firstMention(const GlobalVariable &Variable) {
  SmallVector<const Instruction *, 8> Uses;
  collect(Variable, Uses);
  return Uses.empty() ? nullptr : Uses.back();
}

/// Null for a literal, and for one that a macro of libbpf's headers gave a name (bpf_printk: ____fmt).
static const DIGlobalVariable *describedBy(const GlobalVariable &Variable) {
  SmallVector<DIGlobalVariableExpression *, 1> Described;
  Variable.getDebugInfo(Described);
  const DIGlobalVariable *By = Described.empty() ? nullptr : Described.front()->getVariable();
  return By && By->getName().starts_with("___") ? nullptr : By;
}

std::string nameOf(const GlobalVariable &Variable) {
  constexpr size_t Enough = 40;
  const DIGlobalVariable *Described = describedBy(Variable);
  if (Described && !Described->getName().empty())
    return formatv("'{0}'", Described->getName());
  const auto *Text = Variable.hasInitializer() ? dyn_cast<ConstantDataArray>(Variable.getInitializer()) : nullptr;
  if (Text && Text->isCString()) {
    std::string Shown;
    raw_string_ostream(Shown).write_escaped(Text->getAsCString().take_front(Enough));
    return formatv("the string \"{0}{1}\"", Shown, Text->getAsCString().size() > Enough ? "..." : "");
  }
  if (Variable.getName().starts_with("switch.table"))
    return "the lookup table of a switch";
  // __const.<function>.<variable>: what a local is initialised from.
  StringRef Local = Variable.getName().rsplit('.').second;
  return Variable.getName().starts_with("__const.") ? formatv("the initial value of '{0}'", Local).str()
                                                    : formatv("'{0}'", Variable.getName()).str();
}

Place declarationOf(const GlobalVariable &Variable) {
  const DIGlobalVariable *Described = describedBy(Variable);
  if (!Described || Described->getName().empty())
    return {};
  return {fileOf(*Described->getFile()), Described->getLine(), 0, ""};
}

} // namespace bpf
