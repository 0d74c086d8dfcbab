// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// -fdiagnostics-format=sarif, the first half: clang's diagnostics and LLVM's as records on standard error. clang has a
// printer of SARIF too; its rules have changing numbers, fix-its are lost, and every source gets a document of its own.
#ifndef BPFTOOLCHAIN_DRIVER_DIAGNOSTICS_SARIFCONSUMER_H
#define BPFTOOLCHAIN_DRIVER_DIAGNOSTICS_SARIFCONSUMER_H

#include "clang/Basic/Diagnostic.h"
#include "llvm/Support/JSON.h"
#include "llvm/Support/SourceMgr.h"

namespace bpf {

/// Begins a record in what is written to standard error, a line ends it: a JSON text sequence (RFC 7464). Processes
/// that compile apart so hand theirs over in order, and whatever else is written between stays apart from them.
inline constexpr char SarifRecord = '\x1e';

/// Writes every diagnostic as a record: {"result": ...}, or {"note": ..., "fixes": [...]} for a note to the result
/// before it. SarifDocument makes the document from them.
class SarifConsumer : public clang::DiagnosticConsumer {
public:
  /// \param Options changed so that the message has only its text, and no sum is printed at the end.
  explicit SarifConsumer(clang::DiagnosticOptions &Options);

  void BeginSourceFile(const clang::LangOptions &Spoken, const clang::Preprocessor *) override { Language = &Spoken; }
  void EndSourceFile() override { Language = nullptr; }
  void HandleDiagnostic(clang::DiagnosticsEngine::Level Level, const clang::Diagnostic &What) override;

private:
  const clang::LangOptions *Language = nullptr; ///< of the source that is read; null between sources
};

/// The same for messages of LLVM's assembler.
void writeSarif(const llvm::SMDiagnostic &What);

} // namespace bpf

#endif
