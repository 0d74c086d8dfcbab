// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Shows Findings: decides their level, maps their places to the source, drops repeats, and emits them through clang's
// diagnostics, so that they look and behave like clang's own.
#ifndef BPFTOOLCHAIN_DRIVER_DIAGNOSTICS_REPORTER_H
#define BPFTOOLCHAIN_DRIVER_DIAGNOSTICS_REPORTER_H

#include "driver/diagnostics/Judge.h"
#include "clang/Basic/Diagnostic.h"
#include <set>

namespace bpf {

/// Lives as long as one source file is being compiled; nothing may be reported after clang's EndSourceFile.
class Reporter {
public:
  Reporter(clang::CompilerInstance &Compiler, const Judge &Decides, const SourceIndex &Index)
      : Compiler(Compiler), Decides(Decides), Index(Index) {}

  void report(const Finding &F);

  /// The insertions that repair what was reported.
  llvm::ArrayRef<clang::FixItHint> repairs() const { return Repairs; }

  /// True once a Finding without a repair was shown as an error.
  bool hasLeftErrors() const { return LeftErrors; }

  /// True once a Finding was shown as an error.
  bool hasErrors() const { return Errors; }

private:
  bool isRepeat(const Finding &F);
  size_t callsToUser(const Finding &F) const;

  clang::CompilerInstance &Compiler;
  const Judge &Decides;
  const SourceIndex &Index;
  std::set<std::string> Shown;
  std::vector<clang::FixItHint> Repairs;
  bool Errors = false;
  bool LeftErrors = false;
};

} // namespace bpf

#endif
