// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The tests on a path through a program, and whether data can come out so.
#ifndef BPFTOOLCHAIN_PASSES_ANALYSIS_PATHTEST_H
#define BPFTOOLCHAIN_PASSES_ANALYSIS_PATHTEST_H

#include "llvm/ADT/SmallVector.h"

namespace llvm {
class BasicBlock;
class SwitchInst;
class Value;
} // namespace llvm

namespace bpf {

/// A condition, and its truth on a path; of a switch its value, and where it goes.
struct PathTest {
  const llvm::Value *Condition;
  bool Truth;
  const llvm::SwitchInst *Switch = nullptr;
  const llvm::BasicBlock *To = nullptr;
};

using PathTests = llvm::SmallVector<PathTest, 8>;

/// What a condition is computed from. Empty where the verifier may know something of it.
llvm::SmallVector<const llvm::Value *> openDataOf(const llvm::Value &Condition);

/// True if a value was found, for each datum that several tests depend on, with which they all come out as on the path:
/// the verifier, which knows no other, has to go there. False where none was found, or was looked for.
bool areSatisfiable(const PathTests &Path);

} // namespace bpf

#endif
