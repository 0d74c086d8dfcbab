// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A printer of diagnostics that adds, behind some of clang's, what they mean for a BPF program.
#ifndef BPFTOOLCHAIN_DRIVER_COMPILE_FOLLOWINGNOTES_H
#define BPFTOOLCHAIN_DRIVER_COMPILE_FOLLOWINGNOTES_H

#include "driver/compile/LanguageNotes.h"
#include "driver/compile/TaggedMembers.h"
#include "driver/compile/UndeclaredNames.h"
#include "clang/Lex/Preprocessor.h"

namespace bpf {

template <typename Printer> class FollowingNotes : public Printer {
public:
  using Printer::Printer;

  void BeginSourceFile(const clang::LangOptions &Language, const clang::Preprocessor *Source) override {
    Printer::BeginSourceFile(Language, Source);
    Engine = Source ? &Source->getDiagnostics() : nullptr;
    ExplainsCxx = Language.CPlusPlus;
    ExplainedLoader = false;
  }
  void EndSourceFile() override {
    Engine = nullptr;
    Printer::EndSourceFile();
  }
  void HandleDiagnostic(clang::DiagnosticsEngine::Level Level, const clang::Diagnostic &Shown) override {
    Printer::HandleDiagnostic(Level, Shown);
    if (!Engine || Level < clang::DiagnosticsEngine::Warning)
      return;
    noteTaggedMember(*Engine, Level, Shown);
    noteUndeclaredName(*Engine, Level, Shown);
    noteLanguageLimit(*Engine, Level, Shown);
    if (!ExplainedLoader)
      ExplainedLoader = noteHeaderOfLoader(*Engine, Level, Shown);
    if (ExplainsCxx && Level >= clang::DiagnosticsEngine::Error)
      noteCxx();
  }

private:
  void noteCxx() {
    ExplainsCxx = false;
    Engine->Report(Engine->getCustomDiagID(clang::DiagnosticsEngine::Note,
                                           "of C++ a BPF program has no standard library, no exceptions, no RTTI, no "
                                           "virtual functions and no constructors of global variables"));
  }

  clang::DiagnosticsEngine *Engine = nullptr; ///< of the source that is read; null between sources
  bool ExplainedLoader = false;
  bool ExplainsCxx = false; ///< the source is C++, and nothing was wrong yet
};

} // namespace bpf

#endif
