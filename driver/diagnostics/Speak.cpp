// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Warnings, remarks and errors without a source.
#include "driver/diagnostics/Speak.h"
#include "driver/diagnostics/SarifConsumer.h"
#include "clang/Basic/DiagnosticOptions.h"
#include "clang/Frontend/TextDiagnosticPrinter.h"
#include "llvm/Support/raw_ostream.h"

using namespace llvm;
using clang::DiagnosticsEngine;

namespace bpf {

std::unique_ptr<clang::DiagnosticConsumer> makePrinter(bool EmitsSarif, clang::DiagnosticOptions &Options,
                                                       StringRef Speaker) {
  if (EmitsSarif)
    return std::make_unique<SarifConsumer>(Options);
  auto Printer = std::make_unique<clang::TextDiagnosticPrinter>(errs(), Options);
  Printer->setPrefix(Speaker.str());
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

Outcome reportFailure(DiagnosticsEngine &Diagnostics, Error E, Outcome Result) {
  Diagnostics.Report(Diagnostics.getCustomDiagID(DiagnosticsEngine::Error, "%0")) << toString(std::move(E));
  return Result;
}

} // namespace bpf
