// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Which branches decide whether a block runs.
#ifndef BPFTOOLCHAIN_PASSES_ANALYSIS_DECIDINGBRANCHES_H
#define BPFTOOLCHAIN_PASSES_ANALYSIS_DECIDINGBRANCHES_H

#include "llvm/ADT/DenseMap.h"
#include "llvm/ADT/STLFunctionalExtras.h"
#include "llvm/ADT/SmallVector.h"
#include <optional>
#include <vector>

namespace llvm {
class BasicBlock;
class Function;
class Instruction;
} // namespace llvm

namespace bpf {

/// A branch or switch, and the successor that it goes to.
struct Decision {
  const llvm::Instruction *Branch;
  const llvm::BasicBlock *To;

  bool operator==(const Decision &) const = default;
};

/// The decisions of a path from the beginning of the function to a block, the last one first. Branches whose ways join
/// again before the block are no part of it.
using Decisions = std::vector<Decision>;

/// The control dependences of a function, without those on a further iteration of a loop. Made once for a function,
/// which must not change meanwhile.
class DecidingBranches {
public:
  explicit DecidingBranches(const llvm::Function &F);

  /// The first path to the block that is accepted. Gives up after a number of steps that is enough for what people
  /// write.
  /// \param MayAdd whether a path that goes on with the first argument may have the second before it.
  std::optional<Decisions> pathTo(const llvm::BasicBlock &Block,
                                  llvm::function_ref<bool(const Decisions &, const Decision &)> MayAdd) const;

private:
  bool extend(Decisions &Path, const llvm::BasicBlock &Block, unsigned &Steps,
              llvm::function_ref<bool(const Decisions &, const Decision &)> MayAdd) const;

  llvm::DenseMap<const llvm::BasicBlock *, llvm::SmallVector<Decision, 2>> Direct;
};

} // namespace bpf

#endif
