// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// For which programs the kernel verifies a function: itself, or those that call it. What one type of program may do,
// another may not, so that a rule of the tables is asked for all of them.
#ifndef BPFTOOLCHAIN_PASSES_ANALYSIS_CALLINGPROGRAMS_H
#define BPFTOOLCHAIN_PASSES_ANALYSIS_CALLINGPROGRAMS_H

#include "passes/target/Answer.h"
#include "llvm/ADT/DenseMap.h"
#include "llvm/ADT/STLFunctionalExtras.h"
#include "llvm/ADT/SetVector.h"
#include <optional>

namespace llvm {
class Function;
class Module;
} // namespace llvm

namespace bpf {

enum class Severity;
struct ProgramSection;
class Target;

/// A rejected use, and a program for which it is.
struct RejectedUse {
  Answer Why;
  const ProgramSection &Section;
  const llvm::Function &Program;
  Severity Sev; ///< a fact of some releases is no error in SEC("?..."), which a loader may leave out
};

/// Made once for a module; it must not change meanwhile.
class CallingPrograms {
public:
  CallingPrograms(const llvm::Module &M, const Target &T);

  /// Asks the rule for each program that reaches the function. Nothing where one of them accepts the use, where the
  /// type of one is not known, or where no program reaches it; otherwise the mildest rejection.
  /// \param Rule the releases that accept the use in a program of that section.
  std::optional<RejectedUse> rejects(const llvm::Function &F,
                                     llvm::function_ref<Releases(const ProgramSection &)> Rule) const;

private:
  using Functions = llvm::SetVector<const llvm::Function *>;

  void visit(const llvm::Function &F, const llvm::Function &Program);
  const ProgramSection *sectionOf(const llvm::Function &Program) const;

  const Target &T;
  llvm::DenseMap<const llvm::Function *, Functions> Callers; ///< by function
};

} // namespace bpf

#endif
