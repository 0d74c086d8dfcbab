// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A walk over what clang parsed, where there is such a definition at all.
#include "driver/compile/DefinitionSize.h"
#include "passes/analysis/LegacyMap.h"
#include "clang/AST/ASTContext.h"
#include "clang/AST/Attr.h"
#include "clang/AST/DynamicRecursiveASTVisitor.h"
#include "clang/AST/Expr.h"

using namespace clang;

namespace bpf {

static bool isDefinition(const VarDecl &Variable) {
  const auto *Section = Variable.getAttr<SectionAttr>();
  return Section && Section->getName() == LegacySection;
}

namespace {

class SizeVisitor : public ConstDynamicRecursiveASTVisitor {
public:
  SizeVisitor(const SourceIndex &Index, Report R) : Index(Index), R(R) {}

  bool VisitUnaryExprOrTypeTraitExpr(const UnaryExprOrTypeTraitExpr *Asked) override {
    if (Asked->getKind() != UETT_SizeOf || Asked->isArgumentType())
      return true;
    if (const VarDecl *Map = definition(Asked->getArgumentExpr()))
      R({Check::MapDefinition,
         Severity::Rejected,
         Index.placeOf(Asked->getBeginLoc()),
         ("sizeof of the map definition '" + Map->getName() + "' is meaningless: bpfcc converts it to a BTF map").str(),
         {},
         {}});
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

  const SourceIndex &Index;
  Report R;
};

} // namespace

void checkDefinitionSizes(ASTContext &Parsed, const SourceIndex &Index, Report R) {
  const TranslationUnitDecl *Whole = Parsed.getTranslationUnitDecl();
  bool HasDefinitions = llvm::any_of(Whole->noload_decls(), [](const Decl *Each) {
    const auto *Variable = dyn_cast<VarDecl>(Each);
    return Variable && isDefinition(*Variable);
  });
  if (HasDefinitions)
    SizeVisitor(Index, R).TraverseDecl(Whole);
}

} // namespace bpf
