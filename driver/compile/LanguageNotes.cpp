// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Errors of code generation have no number of their own, so that the words decide for all.
#include "driver/compile/LanguageNotes.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/Support/Regex.h"

using namespace llvm;
using clang::DiagnosticsEngine;

namespace bpf {

namespace {

struct Row {
  StringRef Words, Note;
};

} // namespace

static constexpr Row Rows[] = {
#define LANGUAGE_NOTE(Words, Note) {Words, Note},
#include "driver/compile/LanguageNotes.def"
};

void noteLanguageLimit(DiagnosticsEngine &Diagnostics, DiagnosticsEngine::Level Level, const clang::Diagnostic &Shown) {
  if (Level < DiagnosticsEngine::Error)
    return;
  SmallString<128> Text;
  Shown.FormatDiagnostic(Text);
  for (const Row &Each : Rows)
    if (Regex(Each.Words).match(Text))
      return (void)(Diagnostics.Report(Shown.getLocation(), Diagnostics.getCustomDiagID(DiagnosticsEngine::Note, "%0"))
                    << Each.Note);
}

} // namespace bpf
