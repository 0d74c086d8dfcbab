// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// One attempt to compile a module: a Backend makes one, and a second if the first result cannot be loaded.
#ifndef BPFTOOLCHAIN_DRIVER_COMPILE_ATTEMPT_H
#define BPFTOOLCHAIN_DRIVER_COMPILE_ATTEMPT_H

#include "driver/compile/BackendDiagnostics.h"
#include "driver/compile/CompileContext.h"
#include "driver/object/Object.h"
#include "passes/transform/Repairs.h"

namespace bpf {

struct Attempt {
  std::vector<Finding> Findings;
  BackendRecord Record;
  std::optional<std::string> Failure; ///< LLVM's words where it gave up
  std::vector<Note> ToDo;             ///< what a user has to do with what was made
  Bytes Result;                       ///< empty where something is wrong
  Repairs Repaired;                   ///< what transforms did for the verifier
  Renames ToRestore;                  ///< of functions called like a section

  /// Why the target would not load the result; empty if it would.
  std::string whyNot(const Target &T) const;

  /// Every location that is printed when what was found is.
  std::vector<clang::SourceLocation> locations(const SourceIndex &Index) const;
};

/// Optimizes M with that inlining, runs the checks, generates what is wanted. Shows nothing.
Attempt attempt(clang::CompilerInstance &Compiler, llvm::Module &M, Emission Wanted, Inlining Inline,
                const CompileContext &Context, const SourceIndex &Index);

} // namespace bpf

#endif
