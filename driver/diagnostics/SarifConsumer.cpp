// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// One record for each diagnostic; nothing is kept, so that nothing is lost where a compile ends early.
#include "driver/diagnostics/SarifConsumer.h"
#include "driver/diagnostics/SarifPlaces.h"
#include "clang/Basic/DiagnosticOptions.h"
#include "llvm/Support/raw_ostream.h"

using namespace llvm;
using clang::DiagnosticsEngine;

namespace bpf {

SarifConsumer::SarifConsumer(clang::DiagnosticOptions &Options) {
  Options.ShowOptionNames = false;
  Options.ShowCarets = false;
}

static void write(json::Object Record) {
  std::string Line;
  raw_string_ostream(Line) << SarifRecord << json::Value(std::move(Record)) << '\n';
  // At once: another process may write too.
  errs() << Line;
}

static json::Object message(StringRef Text) { return json::Object{{"text", json::fixUTF8(Text)}}; }

/// The name by which the user turns it off; if it has none, its origin and severity.
static std::string ruleOf(const clang::Diagnostic &What, StringRef Severity) {
  if (clang::DiagnosticIDs::IsCustomDiag(What.getID()))
    return What.getFlagValue().empty() ? ("bpfcc-" + Severity).str() : What.getFlagValue().str();
  StringRef Option = What.getDiags()->getDiagnosticIDs()->getWarningOptionForDiag(What.getID());
  return Option.empty() ? ("clang-" + Severity).str() : Option.str();
}

static StringRef severityOf(DiagnosticsEngine::Level Level) {
  switch (Level) {
  case DiagnosticsEngine::Ignored:
  case DiagnosticsEngine::Note:
  case DiagnosticsEngine::Remark:
    return "remark";
  case DiagnosticsEngine::Warning:
    return "warning";
  case DiagnosticsEngine::Error:
  case DiagnosticsEngine::Fatal:
    return "error";
  }
  return "error";
}

static json::Object result(StringRef Rule, StringRef Severity, StringRef Text) {
  json::Object Result{{"ruleId", Rule.str()}, {"message", message(Text)}, {"level", Severity.str()}};
  if (Severity == "remark") {
    Result["kind"] = "informational";
    Result["level"] = "none";
  }
  return Result;
}

void SarifConsumer::HandleDiagnostic(DiagnosticsEngine::Level Level, const clang::Diagnostic &What) {
  DiagnosticConsumer::HandleDiagnostic(Level, What);
  SmallString<128> Text;
  What.FormatDiagnostic(Text);
  std::optional<json::Object> Where;
  json::Array Fixes;
  if (What.hasSourceManager()) {
    SarifPlaces Places(What.getSourceManager(), Language);
    Where = Places.physical(What.getLocation());
    if (std::optional<json::Array> Changes = Places.changes(What.getFixItHints()))
      Fixes.push_back(json::Object{{"description", message(Text)}, {"artifactChanges", std::move(*Changes)}});
  }
  if (Level == DiagnosticsEngine::Note) {
    json::Object Note{{"message", message(Text)}};
    if (Where)
      Note["physicalLocation"] = std::move(*Where);
    return write(json::Object{{"note", std::move(Note)}, {"fixes", std::move(Fixes)}});
  }
  StringRef Severity = severityOf(Level);
  json::Object Result = result(ruleOf(What, Severity), Severity, Text);
  if (Where)
    Result["locations"] = json::Array{json::Object{{"physicalLocation", std::move(*Where)}}};
  if (!Fixes.empty())
    Result["fixes"] = std::move(Fixes);
  write(json::Object{{"result", std::move(Result)}});
}

void writeSarif(const SMDiagnostic &What) {
  json::Object Where{{"artifactLocation", artifact(What.getFilename())}};
  if (What.getLineNo() > 0) {
    json::Object Region{{"startLine", What.getLineNo()}};
    if (What.getColumnNo() >= 0)
      Region["startColumn"] = codePoints(What.getLineContents().take_front(What.getColumnNo())) + 1;
    Where["region"] = std::move(Region);
  }
  if (What.getKind() == SourceMgr::DK_Note)
    return write(json::Object{
        {"note", json::Object{{"message", message(What.getMessage())}, {"physicalLocation", std::move(Where)}}}});
  StringRef Severity = What.getKind() == SourceMgr::DK_Error     ? "error"
                       : What.getKind() == SourceMgr::DK_Warning ? "warning"
                                                                 : "remark";
  json::Object Result = result(("clang-" + Severity).str(), Severity, What.getMessage());
  Result["locations"] = json::Array{json::Object{{"physicalLocation", std::move(Where)}}};
  write(json::Object{{"result", std::move(Result)}});
}

} // namespace bpf
