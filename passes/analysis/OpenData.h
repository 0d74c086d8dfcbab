// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// What a value is computed from, as far as the kernel can know none of it before the program runs.
#ifndef BPFTOOLCHAIN_PASSES_ANALYSIS_OPENDATA_H
#define BPFTOOLCHAIN_PASSES_ANALYSIS_OPENDATA_H

#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/STLFunctionalExtras.h"
#include "llvm/ADT/SmallPtrSet.h"
#include "llvm/ADT/SmallVector.h"

namespace llvm {
class Argument;
class CallBase;
class LoadInst;
class PHINode;
class Value;
} // namespace llvm

namespace bpf {

/// The kernel follows a program with all values that it can know: what .rodata holds, what a helper returns at most,
/// what a static function was called with, what is on the stack. Open is only what was followed back to data that it
/// cannot know: memory with unknown contents, results of helpers, arguments of functions that it verifies alone.
class OpenData {
public:
  /// \param MayFollow of a phi node: true if it is what its operands are; false if the kernel may know it from
  /// something else, such as the number of iterations.
  explicit OpenData(llvm::function_ref<bool(const llvm::PHINode &)> MayFollow) : MayFollow(MayFollow) {}

  /// Adds what the value is computed from.
  void follow(const llvm::Value &V);

  /// True where the kernel may know something of what was followed.
  bool mayBeKnown() const { return MayBeKnown; }

  /// The loads, calls and arguments, in the order in which they were found.
  llvm::ArrayRef<const llvm::Value *> data() const { return Data; }

private:
  void read(const llvm::LoadInst &Load);
  void call(const llvm::CallBase &Call);
  void argument(const llvm::Argument &Given);
  void compare(const llvm::CallBase &Call);

  llvm::function_ref<bool(const llvm::PHINode &)> MayFollow;
  llvm::SmallVector<const llvm::Value *, 4> Data;
  llvm::SmallPtrSet<const llvm::Value *, 32> Seen;
  bool MayBeKnown = false;
};

/// True for a number that the verifier knows on no path, so that an address to which it is added is another one. What
/// is chosen of several, or compared, may be a constant on a path.
bool isOpenOnEachPath(const llvm::Value *V);

} // namespace bpf

#endif
