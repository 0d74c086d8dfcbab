// A Finding's way onto the terminal.
#include "driver/Reporter.h"
#include "clang/Basic/DiagnosticOptions.h"
#include "llvm/Support/FormatVariadic.h"

using namespace llvm;
using clang::DiagnosticsEngine;

namespace bpf {

static std::string keyOf(const Finding &F) {
  return formatv("{0}:{1}:{2}:{3}:{4}", name(F.Kind), F.Where.File, F.Where.Line, F.Where.Column, F.Message);
}

/// " [-Wbpf-atomic]", as clang writes its own.
static std::string optionOf(const Finding &F, const Levels &Warnings) {
  return formatv(" [{0}-Wbpf-{1}]", Warnings.promoted(F.Kind, F.How) ? "-Werror," : "", name(F.Kind));
}

void Reporter::report(const Finding &F) {
  Level L = Warnings.of(F.Kind, F.How);
  if (L == Level::Off || !Shown.insert(keyOf(F)).second)
    return;
  auto Emit = [&](DiagnosticsEngine::Level As, const Place &Where, const Twine &Message) {
    unsigned Id = Diagnostics.getCustomDiagID(As, "%0");
    Diagnostics.Report(Index.locationOf(Where), Id) << Message.str();
  };
  bool ShowsOption = Diagnostics.getDiagnosticOptions().ShowOptionNames;
  Emit(L == Level::Error ? DiagnosticsEngine::Error : DiagnosticsEngine::Warning, F.Where,
       F.Message + (ShowsOption ? optionOf(F, Warnings) : ""));
  Errors |= L == Level::Error;
  for (const Place &Call : F.InlinedAt)
    Emit(DiagnosticsEngine::Note, Call, "inlined into '" + Call.Function + "' here");
  for (const Note &Each : F.Notes)
    Emit(DiagnosticsEngine::Note, Each.Where.value_or(Place()), Each.Message);
}

} // namespace bpf
