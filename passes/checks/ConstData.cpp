// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A string, a table or a `const volatile` that a program reads from memory lies in .rodata, which is a map too
// (-Wbpf-const-data): see GlobalVariable.cpp. Data that becomes immediate values is not affected.
#include "passes/RunChecks.h"
#include "passes/analysis/GlobalUse.h"
#include "passes/analysis/Location.h"
#include "passes/analysis/Reach.h"
#include "llvm/IR/Constants.h"
#include "llvm/IR/GlobalVariable.h"
#include "llvm/IR/Instructions.h"
#include "llvm/IR/Module.h"
#include "llvm/Support/FormatVariadic.h"

using namespace llvm;

namespace bpf {

static StringRef remedyFor(const llvm::GlobalVariable &Variable, const Instruction &Use) {
  const auto *Load = dyn_cast<LoadInst>(&Use);
  if (Load && Load->isVolatile())
    return "set it at compile time (-D), or read it from an array map that user space fills";
  // The text of bpf_printk(), in libbpf's bpf_helpers.h.
  if (Variable.getName().ends_with(".____fmt"))
    return "define BPF_NO_GLOBAL_DATA before including bpf_helpers.h, so that the string becomes code";
  const auto *Text = Variable.hasInitializer() ? dyn_cast<ConstantDataArray>(Variable.getInitializer()) : nullptr;
  if (Text && Text->isCString())
    return "make it a local array, char text[] = \"...\", which becomes code";
  return "use constant indices (unroll the loop, write a switch), or keep the table in an array map";
}

void checkConstData(const Module &M, const Target &T, Report R) {
  if (T.has(Feature::GlobalData))
    return;
  Reach Looked(M);
  for (const llvm::GlobalVariable &Variable : M.globals()) {
    if (!Variable.isConstant() || !isGlobalData(Variable))
      continue;
    GlobalUse Use = firstUse(Variable, Looked);
    if (!Use.Where)
      continue;
    Finding Found = findingAt(
        *Use.Where, Check::ConstData, Use.Sev,
        formatv("{0} is read from .rodata, which {1} does not support", nameOf(Variable), T.kernelAndLoader()));
    if (Place Declared = declarationOf(Variable); Declared.Line)
      Found.Notes.push_back({formatv("{0} is declared here", nameOf(Variable)), Declared});
    Found.Notes.push_back({remedyFor(Variable, *Use.Where).str(), {}});
    R(std::move(Found));
  }
}

} // namespace bpf
