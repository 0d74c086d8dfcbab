// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Helpers have numbers, kfuncs have names.
#include "passes/analysis/KernelCall.h"
#include "passes/analysis/HelperCall.h"
#include "passes/target/Kfunc.h"
#include "llvm/IR/Function.h"
#include "llvm/IR/InstrTypes.h"

using namespace llvm;

namespace bpf {

// What follows ___ is no part of the name for libbpf.
const Kfunc *calledKfunc(const CallBase &Call) {
  const Function *Callee = Call.getCalledFunction();
  if (!Callee || !Callee->isDeclaration() || Callee->getSection() != ".ksyms")
    return nullptr;
  return findKfunc(Callee->getName().split("___").first);
}

StringRef ordinal(unsigned Argument) {
  static constexpr StringLiteral Words[] = {"first", "second", "third", "fourth", "fifth"};
  return Words[Argument];
}

std::optional<KernelCall> kernelCall(const CallBase &Call) {
  if (const Helper *Called = calledHelper(Call))
    return KernelCall{("bpf_" + Called->Name).str(), Called->Arguments, Called->Result};
  if (const Kfunc *Called = calledKfunc(Call)) {
    KernelCall Found{Called->Name.str(), Called->Arguments, Called->Result};
    // It may be NULL only where the argument is no reference of the program's own: check_kfunc_call().
    Found.Result.MayBeNull &= !Called->Name.starts_with("bpf_refcount_acquire");
    return Found;
  }
  return std::nullopt;
}

} // namespace bpf
