// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// LLVM's diagnostics during optimization and code generation. They are kept, not shown: an attempt may be discarded
// (see Backend), and a check may report the same better.
#ifndef BPFTOOLCHAIN_DRIVER_COMPILE_BACKENDDIAGNOSTICS_H
#define BPFTOOLCHAIN_DRIVER_COMPILE_BACKENDDIAGNOSTICS_H

#include "driver/compile/CodegenErrors.h"
#include "driver/diagnostics/SourceIndex.h"
#include "passes/analysis/MachineFacts.h"
#include "clang/Basic/CodeGenOptions.h"
#include "clang/Basic/Diagnostic.h"
#include "llvm/IR/DiagnosticHandler.h"

namespace llvm {
class LLVMContext;
}

namespace bpf {

/// One message of LLVM's, in clang's terms.
struct BackendMessage {
  unsigned ClangId;
  Place Where;
  clang::SourceLocation Location; ///< where LLVM carried clang's own location along
  std::vector<std::string> Arguments;
  std::string Flag; ///< the pass, for -Rpass
};

/// The diagnostics and facts of one attempt to compile a module.
struct BackendRecord {
  MachineFacts Facts;
  std::vector<BackendMessage> Messages;
  bool HasErrors = false;

  /// Where the IR has what LLVM gives up on without a location.
  std::map<CodegenLimit, Place> PlacesOfFailures;

  /// Shows the messages, each once, those of CodegenErrors.def in its words.
  void show(clang::DiagnosticsEngine &Diagnostics, const SourceIndex &Index, const Target &T) const;
  /// Shows why LLVM gave up, if CodegenErrors.def has its words, as an error in the source.
  /// \returns whether it did.
  bool showFailure(llvm::StringRef Words, clang::DiagnosticsEngine &Diagnostics, const SourceIndex &Index,
                   const Target &T) const;
};

/// LLVM's message in one line, without the nodes that it prints with their addresses.
std::string withoutAddresses(llvm::StringRef Message);

/// Makes a context write into Record, which must outlive its use.
void recordDiagnostics(llvm::LLVMContext &Context, const clang::CodeGenOptions &Options, BackendRecord &Record);

} // namespace bpf

#endif
