// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A variable in .data or .bss is a map that the loader makes, and kernels before 5.2 have no instruction that addresses
// a value in a map (-Wbpf-global-variable). One that is declared and defined nowhere, no loader finds on any kernel.
#include "llvm/IR/GlobalVariable.h"
#include "passes/RunChecks.h"
#include "passes/analysis/GlobalUse.h"
#include "passes/analysis/Location.h"
#include "passes/analysis/Reach.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/IR/Instructions.h"
#include "llvm/IR/Module.h"
#include "llvm/Support/FormatVariadic.h"

using namespace llvm;

namespace bpf {

static bool isMap(const llvm::GlobalVariable &Variable) { return Variable.getSection() == ".maps"; }

/// Neither what the loader fills in nor what represents a CO-RE relocation.
static bool isUndefined(const llvm::GlobalVariable &Variable) {
  bool IsData = !Variable.hasSection() || isMap(Variable);
  return Variable.isDeclaration() && IsData && !Variable.getName().starts_with("llvm.") &&
         !Variable.hasAttribute("btf_ama") && !Variable.hasAttribute("btf_type_id");
}

static Finding onOldTarget(const llvm::GlobalVariable &Variable, const GlobalUse &Use, const Target &T) {
  Finding Found =
      findingAt(*Use.Where, Check::GlobalVariable, Use.Sev,
                formatv("{0} is a global variable, which {1} does not support", nameOf(Variable), T.kernelAndLoader()));
  if (Place Declared = declarationOf(Variable); Declared.Line)
    Found.Notes.push_back({formatv("{0} is declared here", nameOf(Variable)), Declared});
  Found.Notes.push_back({"keep it in an array map; counters and scratch space belong in a per-CPU array", {}});
  return Found;
}

static Finding withoutDefinition(const llvm::GlobalVariable &Variable, const Instruction &Use) {
  Finding Found = findingAt(Use, Check::GlobalVariable, Severity::Unlinked,
                            formatv("'{0}' is declared but not defined in this object", Variable.getName()));
  Found.Notes.push_back(
      {isMap(Variable)
           ? "define it, or link with the source that defines it"
           : "define it, link with the source that defines it, or mark it __ksym or __kconfig if the kernel defines it",
       {}});
  return Found;
}

/// Data in a section of which no loader makes a map: libbpf's bpf_object__elf_collect() skips it, and then does not
/// find what the code's relocations name.
static bool isInUnknownSection(const llvm::GlobalVariable &Variable) {
  static constexpr StringLiteral Known[] = {".data",        ".bss",        ".rodata", ".maps",   "maps",
                                            ".kconfig",     ".ksyms",      "license", "version", ".struct_ops",
                                            "?.struct_ops", ".addr_space", ".arena",  "llvm."};
  StringRef Section = Variable.getSection();
  return Variable.hasSection() && !Variable.isDeclaration() && !Variable.isConstant() &&
         !Variable.getName().starts_with("llvm.") &&
         none_of(Known, [&](StringRef Each) { return Section.starts_with(Each); });
}

static Finding inUnknownSection(const llvm::GlobalVariable &Variable, const Instruction &Use) {
  Finding Found = findingAt(Use, Check::GlobalVariable, Severity::Rejected,
                            formatv("{0} is in section '{1}', which no loader loads: data is in .data, .bss or .rodata",
                                    nameOf(Variable), Variable.getSection()));
  Found.Notes.push_back(
      {formatv("remove the section, or name it .data.{0}", Variable.getSection().ltrim('.')), declarationOf(Variable)});
  return Found;
}

void checkGlobalVariable(const Module &M, const Target &T, Report R) {
  // libbpf looks for every extern of an object, also of functions that no program reaches.
  for (const llvm::GlobalVariable &Variable : M.globals())
    if (const Instruction *Use = isUndefined(Variable) ? firstMention(Variable) : nullptr)
      R(withoutDefinition(Variable, *Use));
  for (const llvm::GlobalVariable &Variable : M.globals())
    if (const Instruction *Use = isInUnknownSection(Variable) ? firstMention(Variable) : nullptr)
      R(inUnknownSection(Variable, *Use));
  if (T.has(Feature::GlobalData))
    return;
  Reach Looked(M);
  for (const llvm::GlobalVariable &Variable : M.globals()) {
    if (Variable.isConstant() || !isGlobalData(Variable))
      continue;
    if (GlobalUse Use = firstUse(Variable, Looked); Use.Where)
      R(onOldTarget(Variable, Use, T));
  }
}

} // namespace bpf
