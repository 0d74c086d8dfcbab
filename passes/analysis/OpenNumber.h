// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A number that is unknown before run time, as an index or a size, and what the comparisons of a path leave of it.
#ifndef BPFTOOLCHAIN_PASSES_ANALYSIS_OPENNUMBER_H
#define BPFTOOLCHAIN_PASSES_ANALYSIS_OPENNUMBER_H

#include "passes/analysis/CertainPath.h"
#include "llvm/IR/ConstantRange.h"

namespace bpf {

/// Computed with constants from one value that was read from memory or returned by the kernel, of which the verifier
/// knows nothing but comparisons with constants.
class OpenNumber {
public:
  /// Nothing where the verifier may know more of it, such as from a mask, or from a comparison with another value.
  static std::optional<OpenNumber> of(const llvm::Value &Number);

  /// Where it comes from.
  const llvm::Instruction &origin() const { return *Origin; }

  /// True for a condition that compares the origin, in any width.
  bool isComparedBy(const llvm::Value &Condition) const;

  /// The values that a path leaves.
  llvm::ConstantRange on(const PathTests &Path) const;

  /// True where nothing on the path bounds it.
  bool isUnbounded(const PathTests &Path) const;

private:
  OpenNumber(const llvm::Value &Number, const llvm::Instruction &Origin) : Number(&Number), Origin(&Origin) {}

  llvm::ConstantRange compute(const llvm::Value &V, const llvm::ConstantRange &OfOrigin) const;
  llvm::ConstantRange ofOrigin(const PathTests &Path) const;

  const llvm::Value *Number;
  const llvm::Instruction *Origin;
};

} // namespace bpf

#endif
