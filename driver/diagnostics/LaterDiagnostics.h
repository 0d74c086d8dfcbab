// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Diagnostics about objects: the compiles that made them are over, so that sources are opened again to show a line of
// theirs.
#ifndef BPFTOOLCHAIN_DRIVER_DIAGNOSTICS_LATERDIAGNOSTICS_H
#define BPFTOOLCHAIN_DRIVER_DIAGNOSTICS_LATERDIAGNOSTICS_H

#include "driver/options/Options.h"
#include "clang/Basic/Diagnostic.h"
#include "clang/Basic/FileManager.h"
#include "clang/Basic/LangOptions.h"
#include "clang/Basic/SourceManager.h"

namespace bpf {

class LaterDiagnostics {
public:
  LaterDiagnostics(const Options &Opts, clang::DiagnosticOptions &Shown);
  ~LaterDiagnostics();

  /// \param Where as an object names it; without its source, or without a line, only the text is shown.
  /// \param Rule  the name of the check for SARIF; empty where there is none.
  void report(clang::DiagnosticsEngine::Level Level, const Place &Where, llvm::StringRef Message,
              llvm::StringRef Rule = "");
  void note(llvm::StringRef Message, const Place &Where = {}) {
    report(clang::DiagnosticsEngine::Note, Where, Message);
  }

  /// The nearest line at or above a place, within that many lines, that has the text, and the column where it begins;
  /// the place itself where none has.
  Place above(const Place &Where, llvm::StringRef Text, unsigned Lines = 16);
  /// The nearest line at or above a place in which the function finds a position; nothing where it returns npos for
  /// all.
  std::optional<Place> findAbove(const Place &Where, llvm::function_ref<size_t(llvm::StringRef)> Find,
                                 unsigned Lines = ~0u);

  bool showsOptionNames() const;
  /// True once an error was shown.
  bool hasErrors() const { return Engine.hasErrorOccurred(); }

private:
  clang::SourceLocation locationOf(const Place &Where);

  const Options &Opts;
  clang::DiagnosticsEngine Engine;
  clang::FileManager Files;
  clang::SourceManager Sources;
  clang::LangOptions Language;
};

} // namespace bpf

#endif
