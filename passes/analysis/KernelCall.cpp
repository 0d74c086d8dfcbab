// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Helpers have numbers, kfuncs have names.
#include "passes/analysis/KernelCall.h"
#include "passes/analysis/HelperCall.h"
#include "passes/target/Kfunc.h"
#include "llvm/ADT/STLExtras.h"
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

bool KernelCall::rejectsNull(unsigned Index) const {
  using enum ArgumentKind;
  ArgumentRule Rule = argument(Index);
  static constexpr ArgumentKind Numbers[] = {None,    Scalar,  Constant, Size,     ConstantSize,   Ignored,
                                             Address, Context, Handle,   Callback, CallbackContext};
  if (Rule.MayBeNull || is_contained(Numbers, Rule.Kind))
    return false;
  // check_mem_reg() lets NULL through, and check_kfunc_args() asks only of what KF_RELEASE and KF_RCU mark.
  static constexpr ArgumentKind Bytes[] = {Key, Value, NewValue, Reads, Sends, Writes, Updates, Memory, Text};
  if (Kernel && is_contained(Bytes, Rule.Kind))
    return false;
  bool IsMarked = !Kernel || Rule.IsReleased || Kernel->acceptsRcuPointer();
  return IsMarked || (Rule.Kind != Struct && Rule.Kind != Socket && Rule.Kind != PerCpu);
}

StringRef ordinal(unsigned Argument) {
  static constexpr StringLiteral Words[] = {"first", "second", "third", "fourth", "fifth"};
  return Words[Argument];
}

std::optional<KernelCall> kernelCall(const CallBase &Call) {
  if (const Helper *Called = calledHelper(Call))
    return KernelCall{("bpf_" + Called->Name).str(), Called->Arguments, Called->Result};
  if (const Kfunc *Called = calledKfunc(Call)) {
    KernelCall Found{Called->Name.str(), Called->Arguments, Called->Result, Called};
    // It may be NULL only where the argument is no reference of the program's own: check_kfunc_call().
    Found.Result.MayBeNull &= !Called->Name.starts_with("bpf_refcount_acquire");
    return Found;
  }
  return std::nullopt;
}

} // namespace bpf
