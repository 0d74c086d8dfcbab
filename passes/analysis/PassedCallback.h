// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The function that a call passes to the kernel, which calls it back.
#ifndef BPFTOOLCHAIN_PASSES_ANALYSIS_PASSEDCALLBACK_H
#define BPFTOOLCHAIN_PASSES_ANALYSIS_PASSEDCALLBACK_H

#include <optional>

namespace llvm {
class CallBase;
class Function;
} // namespace llvm

namespace bpf {

struct CallbackRule;

struct PassedCallback {
  const llvm::Function &Function; ///< with its body
  const CallbackRule &Rule;       ///< of the helper or kfunc that is called
};

/// The rule of the helper or kfunc that is called, if it calls a function back; null if not.
const CallbackRule *callbackRuleOf(const llvm::CallBase &Call);

/// Nothing for a call that passes no function of this module.
std::optional<PassedCallback> passedCallback(const llvm::CallBase &Call);

} // namespace bpf

#endif
