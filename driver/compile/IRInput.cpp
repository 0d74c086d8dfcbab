// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Does for IR what clang's front end does for C: a module of the right target, and a diagnostics client that may print.
#include "driver/compile/IRInput.h"
#include "driver/compile/Retarget.h"
#include "clang/Frontend/CompilerInstance.h"
#include "llvm/IR/DebugInfo.h"
#include "llvm/IR/DebugInfoMetadata.h"
#include "llvm/IR/LLVMContext.h"
#include "llvm/IR/Module.h"
#include "llvm/IRReader/IRReader.h"
#include "llvm/Support/BuryPointer.h"
#include "llvm/Support/SourceMgr.h"

using namespace clang;
using namespace llvm;

namespace bpf {

static void reportUnreadable(CompilerInstance &Compiler, StringRef Name, const SMDiagnostic &Why) {
  DiagnosticsEngine &Diagnostics = Compiler.getDiagnostics();
  clang::SourceLocation Where;
  SourceManager &Sources = Compiler.getSourceManager();
  if (OptionalFileEntryRef File = Compiler.getFileManager().getOptionalFileRef(Name); File && Why.getLineNo() > 0) {
    Sources.getOrCreateFileID(*File, SrcMgr::C_User);
    Where = Sources.translateFileLineCol(*File, Why.getLineNo(), Why.getColumnNo() + 1);
  }
  Diagnostics.Report(Where, Diagnostics.getCustomDiagID(DiagnosticsEngine::Error, "'%0' is not valid LLVM IR: %1"))
      << Name << Why.getMessage();
}

/// LLVM makes lines and BTF of functions that have a file, and crashes at one that has none.
static const DISubprogram *withoutFile(const llvm::Module &M) {
  for (const llvm::Function &F : M)
    if (const DISubprogram *Described = F.getSubprogram(); Described && !Described->getFile())
      return Described;
  return nullptr;
}

static BackendResult compileRead(CompilerInstance &Compiler, LLVMContext &Memory, Emission Wanted,
                                 const CompileContext &Context) {
  StringRef Name = Compiler.getFrontendOpts().Inputs.front().getFile();
  SMDiagnostic Why;
  std::unique_ptr<llvm::Module> M = parseIRFile(Name, Why, Memory);
  if (!M) {
    reportUnreadable(Compiler, Name, Why);
    return {Outcome::WrongInput, {}, {}};
  }
  retarget(Compiler, *M, Context.T);
  if (Context.Opts.Debug == DebugInfo::None)
    StripDebugInfo(*M);
  if (const DISubprogram *Described = withoutFile(*M)) {
    DiagnosticsEngine &Diagnostics = Compiler.getDiagnostics();
    Diagnostics.Report(Diagnostics.getCustomDiagID(
        DiagnosticsEngine::Error, "the debug information of '%0' in '%1' has no file: its DISubprogram needs 'file:'"))
        << Described->getName() << Name;
    return {Outcome::WrongInput, {}, {}};
  }
  BackendResult Result = runBackend(Compiler, *M, Wanted, Context);
  // After a failure of LLVM's the module must not be touched again.
  if (Result.Status == Outcome::NotDone)
    BuryPointer(std::move(M));
  return Result;
}

BackendResult compileIR(CompilerInstance &Compiler, Emission Wanted, const CompileContext &Context) {
  Compiler.createFileManager();
  Compiler.createSourceManager();
  if (!Compiler.createTarget())
    return {Outcome::WrongInput, {}, {}};
  auto Memory = std::make_unique<LLVMContext>();
  Compiler.getDiagnosticClient().BeginSourceFile(Compiler.getLangOpts(), nullptr);
  BackendResult Result = compileRead(Compiler, *Memory, Wanted, Context);
  Compiler.getDiagnosticClient().EndSourceFile();
  BuryPointer(std::move(Memory));
  return Result;
}

} // namespace bpf
