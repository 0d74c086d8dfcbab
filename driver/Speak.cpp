// Three ways of speaking: warning, remark, error.
#include "driver/Speak.h"
#include "driver/CheckError.h"
#include "driver/SarifConsumer.h"
#include "clang/Basic/DiagnosticOptions.h"
#include "clang/Frontend/TextDiagnosticPrinter.h"
#include "llvm/Support/raw_ostream.h"

using namespace llvm;
using clang::DiagnosticsEngine;

namespace bpf {

std::unique_ptr<clang::DiagnosticConsumer> makePrinter(bool SaysSarif, clang::DiagnosticOptions &Options) {
  if (SaysSarif)
    return std::make_unique<SarifConsumer>(Options);
  auto Printer = std::make_unique<clang::TextDiagnosticPrinter>(errs(), Options);
  Printer->setPrefix("bpfcc");
  return Printer;
}

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
  std::string Rule, Message;
  // Of several that are joined, none is a check's.
  if (E.isA<CheckError>())
    handleAllErrors(std::move(E), [&](const CheckError &Found) {
      Rule = ("bpf-" + name(Found.kind())).str();
      Message = Found.message();
    });
  else
    Message = toString(std::move(E));
  if (!Rule.empty() && Diagnostics.getDiagnosticOptions().ShowOptionNames)
    Message += " [-W" + Rule + "]";
  Diagnostics.Report(Diagnostics.getCustomDiagID(DiagnosticsEngine::Error, "%0"))
      << Message << clang::AddFlagValue(Rule);
  return How;
}

} // namespace bpf
