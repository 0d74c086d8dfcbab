// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The options for a check decide, as for findings of a compile.
#include "driver/link/LinkFindings.h"
#include "driver/diagnostics/LaterDiagnostics.h"
#include "driver/diagnostics/Speak.h"
#include "driver/link/LinkConflict.h"

using namespace llvm;
using clang::DiagnosticsEngine;

namespace bpf {

static void show(const Finding &F, Level L, LaterDiagnostics &Diagnostics) {
  std::string Rule = ("bpf-" + name(F.Kind)).str();
  std::string Text = F.Message;
  if (Diagnostics.showsOptionNames())
    Text += " [-W" + Rule + "]";
  Diagnostics.report(L == Level::Error ? DiagnosticsEngine::Error : DiagnosticsEngine::Warning, F.Where, Text, Rule);
  for (const Note &Each : F.Notes)
    Diagnostics.note(Each.Message);
}

Outcome showLinkFindings(ArrayRef<Finding> Found, const Options &Opts, clang::DiagnosticOptions &Shown) {
  LaterDiagnostics Diagnostics(Opts, Shown);
  for (const Finding &Each : Found)
    if (Level L = Opts.Warnings.of(Each.Kind, Each.Sev); L != Level::Off)
      show(Each, L, Diagnostics);
  return Diagnostics.hasErrors() ? Outcome::WrongInput : Outcome::Good;
}

Outcome showLinkFailure(Error Why, const Options &Opts, DiagnosticsEngine &Diagnostics) {
  Error Other = handleErrors(std::move(Why), [&](const LinkConflict &Conflict) {
    LaterDiagnostics Later(Opts, Diagnostics.getDiagnosticOptions());
    Later.report(DiagnosticsEngine::Error, Conflict.Where, Conflict.Message);
    for (const Note &Each : Conflict.Notes)
      Later.note(Each.Message, Each.Where.value_or(Place()));
  });
  return Other ? reportFailure(Diagnostics, std::move(Other), Outcome::WrongInput) : Outcome::WrongInput;
}

} // namespace bpf
