// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Whether the kernel surely follows a program to a place, with what the program did or left out before.
#ifndef BPFTOOLCHAIN_PASSES_ANALYSIS_CERTAINPATH_H
#define BPFTOOLCHAIN_PASSES_ANALYSIS_CERTAINPATH_H

#include "passes/analysis/DecidingBranches.h"
#include "passes/analysis/PathTest.h"
#include "passes/analysis/Reach.h"
#include <memory>

namespace bpf {

/// Whether a path may go through a test, for who looks for one.
enum class Passes {
  Surely, ///< the kernel goes that way whatever it knows
  Never,  ///< it is not the path that is looked for
  IfOpen, ///< as the data of the condition says
};

/// The path that is looked for.
struct PathQuery {
  const llvm::Value *Subject; ///< what it is looked for; no test that is IfOpen may depend on it. May be null
  llvm::function_ref<Passes(const PathTest &)> Judge; ///< is asked about each test
};

/// What a walk along a path does at an instruction.
enum class Step {
  On,    ///< it goes on
  Stop,  ///< nothing on this path is looked for
  Found, ///< this instruction is what is looked for
};

/// Is asked about each instruction of a path, also about its return.
/// \param Open how many are open there of what the walk counts; one at its beginning. The next instruction gets what is
/// left in it.
using PathVisitor = llvm::function_ref<Step(const llvm::Instruction &, int &Open)>;

/// The verifier goes both ways at a branch, unless it knows which one the program takes. A path is certain if each of
/// its decisions hangs on data that is unknown before run time, and if that data can have values with which all come
/// out so. Made once for a module, which must not change meanwhile.
class CertainPaths {
public:
  explicit CertainPaths(const llvm::Module &M);

  /// The tests on a certain path from the beginning of a program, or of another function that the kernel surely
  /// verifies, to the instruction, in no order. Nothing where there is none.
  std::optional<PathTests> to(const llvm::Instruction &I, const PathQuery &Query);

  /// What \p Visit finds on a certain path that goes through \p Begin, behind it. Of a return that several paths share
  /// it is the branch to it, where the source has one. Null where nothing is found.
  const llvm::Instruction *follow(const llvm::Instruction &Begin, const PathQuery &Query, PathVisitor Visit);

private:
  bool isCertain(const llvm::Function &F, unsigned Depth);
  bool isCertainUse(const llvm::Use &Each, unsigned Depth);
  const DecidingBranches &branchesOf(const llvm::Function &F);

  Reach Looked;
  PathData Data;
  bool MayThrow; ///< there is no path behind bpf_throw(), and no branch shows that
  llvm::DenseMap<const llvm::Function *, std::unique_ptr<DecidingBranches>> Branches;
  llvm::DenseMap<const llvm::Function *, bool> Certain;
};

} // namespace bpf

#endif
