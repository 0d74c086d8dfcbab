// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// What Sema::ActOnEndOfTranslationUnit() does where TargetInfo::allowDebugInfoForExternalRef() holds, which it does for
// BPF only.
#include "driver/compile/ExternalTypes.h"
#include "clang/AST/ASTConsumer.h"
#include "clang/AST/ASTContext.h"
#include "clang/AST/Decl.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/IR/Module.h"

using namespace clang;

namespace bpf {

/// True for the first declaration of what is used here and defined elsewhere.
static bool isExternal(DeclaratorDecl &Declared) {
  if (Declared.isInvalidDecl() || Declared.getPreviousDecl() || !Declared.isUsed(/*CheckUsedAttr=*/false))
    return false;
  if (auto *Variable = dyn_cast<VarDecl>(&Declared))
    return Variable->hasExternalStorage() && !Variable->getActingDefinition() && !Variable->getDefinition();
  auto *Function = dyn_cast<FunctionDecl>(&Declared);
  return Function && !Function->isDefined() && !Function->getBuiltinID();
}

void describeExternals(ASTContext &Parsed, ASTConsumer &Generator) {
  for (Decl *Each : Parsed.getTranslationUnitDecl()->decls())
    if (auto *Declared = dyn_cast<DeclaratorDecl>(Each); Declared && isExternal(*Declared))
      Generator.CompleteExternalDeclaration(Declared);
}

void dropUnusedDeclarations(llvm::Module &M) {
  for (llvm::GlobalVariable &Each : llvm::make_early_inc_range(M.globals()))
    if (Each.isDeclaration() && Each.use_empty())
      Each.eraseFromParent();
  for (llvm::Function &Each : llvm::make_early_inc_range(M))
    if (Each.isDeclaration() && Each.use_empty())
      Each.eraseFromParent();
}

} // namespace bpf
