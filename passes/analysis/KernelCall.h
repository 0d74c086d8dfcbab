// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The rules of a call into the kernel, of a helper or of a kfunc.
#ifndef BPFTOOLCHAIN_PASSES_ANALYSIS_KERNELCALL_H
#define BPFTOOLCHAIN_PASSES_ANALYSIS_KERNELCALL_H

#include "passes/target/CallRule.h"
#include "llvm/ADT/StringRef.h"
#include <optional>
#include <string>

namespace llvm {
class CallBase;
}

namespace bpf {

struct Kfunc;

struct KernelCall {
  std::string Name; ///< as the source calls it
  ArgumentRules Arguments;
  ResultRule Result;
  const Kfunc *Kernel = nullptr; ///< null for a helper

  /// An argument, counted from 0; of no kind where there is none.
  ArgumentRule argument(unsigned Index) const { return Index < Arguments.size() ? Arguments[Index] : ArgumentRule(); }

  /// True for an argument that is no NULL, nor a pointer that may be NULL.
  bool rejectsNull(unsigned Index) const;
};

/// Nothing for a call that goes elsewhere, and for a function that the tables do not know.
std::optional<KernelCall> kernelCall(const llvm::CallBase &Call);

/// "first" for argument 0 and so on, for a message.
llvm::StringRef ordinal(unsigned Argument);

/// The kfunc that a call goes to; null for another call.
const Kfunc *calledKfunc(const llvm::CallBase &Call);

} // namespace bpf

#endif
