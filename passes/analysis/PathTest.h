// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The tests on a path through a program, and whether data can come out so.
#ifndef BPFTOOLCHAIN_PASSES_ANALYSIS_PATHTEST_H
#define BPFTOOLCHAIN_PASSES_ANALYSIS_PATHTEST_H

#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/DenseMap.h"
#include "llvm/ADT/SmallVector.h"
#include <memory>

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

/// What conditions depend on. Made once for a module, which must not change meanwhile.
class PathData {
public:
  PathData();
  ~PathData();

  /// What a condition is computed from. Empty where the verifier may know something of it.
  llvm::ArrayRef<const llvm::Value *> of(const llvm::Value &Condition);

  /// True if a value was found, for each datum that several tests depend on, with which they all come out as on the
  /// path: the verifier, which knows no other, has to go there. False where none was found, or was looked for.
  /// \param FirstNew the first test that was added to a path of which this was true before
  bool areSatisfiable(const PathTests &Path, size_t FirstNew);

private:
  struct Facts;
  const Facts &factsOf(const llvm::Value &Condition);
  bool isUsedElsewhere(const llvm::Value &Datum, const PathTests &Path, size_t Self);
  bool isConstraint(const PathTests &Path, size_t Number);

  llvm::DenseMap<const llvm::Value *, std::unique_ptr<Facts>> Known;
};

} // namespace bpf

#endif
