// A walk over what clang parsed, where there is such a definition at all.
#include "driver/compile/DefinitionSize.h"
#include "passes/analysis/LegacyMap.h"
#include "clang/AST/ASTContext.h"
#include "clang/AST/Attr.h"
#include "clang/AST/DynamicRecursiveASTVisitor.h"
#include "clang/AST/Expr.h"
#include "clang/Frontend/CompilerInstance.h"

using namespace clang;

namespace bpf {

static bool isDefinition(const VarDecl &Variable) {
  const auto *Section = Variable.getAttr<SectionAttr>();
  return Section && Section->getName() == LegacySection;
}

namespace {

class SizeVisitor : public ConstDynamicRecursiveASTVisitor {
public:
  SizeVisitor(DiagnosticsEngine &Diagnostics, DiagnosticsEngine::Level As, bool ShowsOption)
      : Diagnostics(Diagnostics),
        Id(Diagnostics.getDiagnosticIDs()->getCustomDiagID(
            As == DiagnosticsEngine::Error ? DiagnosticIDs::Error : DiagnosticIDs::Warning,
            ShowsOption ? "the size of '%0' is that of its definition, and the map that becomes of it has none "
                          "[-Wbpf-map-definition]"
                        : "the size of '%0' is that of its definition, and the map that becomes of it has none")) {}

  bool VisitUnaryExprOrTypeTraitExpr(const UnaryExprOrTypeTraitExpr *Asked) override {
    if (Asked->getKind() != UETT_SizeOf || Asked->isArgumentType())
      return true;
    if (const VarDecl *Map = definition(Asked->getArgumentExpr()))
      Diagnostics.Report(Asked->getBeginLoc(), Id) << Map->getName() << AddFlagValue("bpf-map-definition");
    return true;
  }

private:
  /// The map that an expression is, or a member of.
  static const VarDecl *definition(const Expr *E) {
    E = E->IgnoreParenImpCasts();
    while (const auto *Member = dyn_cast<MemberExpr>(E))
      E = Member->getBase()->IgnoreParenImpCasts();
    const auto *Named = dyn_cast<DeclRefExpr>(E);
    const auto *Variable = Named ? dyn_cast<VarDecl>(Named->getDecl()) : nullptr;
    return Variable && isDefinition(*Variable) ? Variable : nullptr;
  }

  DiagnosticsEngine &Diagnostics;
  unsigned Id;
};

} // namespace

void checkDefinitionSizes(CompilerInstance &Compiler, const Levels &Warnings) {
  Level L = Warnings.of(Check::MapDefinition, Severity::Refused);
  const TranslationUnitDecl *Whole = Compiler.getASTContext().getTranslationUnitDecl();
  bool HasDefinitions = llvm::any_of(Whole->noload_decls(), [](const Decl *Each) {
    const auto *Variable = dyn_cast<VarDecl>(Each);
    return Variable && isDefinition(*Variable);
  });
  if (L == Level::Off || !HasDefinitions)
    return;
  DiagnosticsEngine &Diagnostics = Compiler.getDiagnostics();
  SizeVisitor Visitor(Diagnostics, L == Level::Error ? DiagnosticsEngine::Error : DiagnosticsEngine::Warning,
                      Diagnostics.getDiagnosticOptions().ShowOptionNames);
  Visitor.TraverseDecl(Whole);
}

} // namespace bpf
