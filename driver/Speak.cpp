// Three ways of speaking: warning, remark, error.
#include "driver/Speak.h"

using namespace llvm;
using clang::DiagnosticsEngine;

namespace bpf {

void warn(DiagnosticsEngine &Diagnostics, const Levels &Warnings, const Twine &Message) {
  Level L = Warnings.ofWarning();
  if (L == Level::Off)
    return;
  unsigned Id =
      Diagnostics.getCustomDiagID(L == Level::Error ? DiagnosticsEngine::Error : DiagnosticsEngine::Warning, "%0");
  Diagnostics.Report(Id) << Message.str();
}

void remark(DiagnosticsEngine &Diagnostics, const Twine &Message) {
  Diagnostics.Report(Diagnostics.getCustomDiagID(DiagnosticsEngine::Remark, "%0")) << Message.str();
}

Outcome reportFailure(DiagnosticsEngine &Diagnostics, Error E, Outcome How) {
  unsigned Id = Diagnostics.getCustomDiagID(DiagnosticsEngine::Error, "%0");
  Diagnostics.Report(Id) << toString(std::move(E));
  return How;
}

} // namespace bpf
