// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Only the size of what the pointer points to is reported: nobody means that many of it.
#include "driver/compile/PacketArithmetic.h"
#include "clang/AST/ASTContext.h"
#include "clang/AST/DynamicRecursiveASTVisitor.h"
#include "clang/AST/Expr.h"
#include "clang/Basic/SourceManager.h"
#include "llvm/Support/FormatVariadic.h"

using namespace clang;
using llvm::formatv;

namespace bpf {

namespace {

class ArithmeticVisitor : public ConstDynamicRecursiveASTVisitor {
public:
  ArithmeticVisitor(ASTContext &Parsed, const SourceIndex &Index, Report R) : Parsed(Parsed), Index(Index), R(R) {}

  bool VisitBinaryOperator(const BinaryOperator *Sum) override {
    if (Sum->getOpcode() != BO_Add && Sum->getOpcode() != BO_AddAssign)
      return true;
    bool IsLeft = Sum->getLHS()->getType()->isPointerType();
    const Expr *Pointer = IsLeft ? Sum->getLHS() : Sum->getRHS(), *Added = IsLeft ? Sum->getRHS() : Sum->getLHS();
    if (const auto *Type = Pointer->getType()->getAs<PointerType>(); Type && hasSizeOf(Added, Type->getPointeeType()))
      report(*Sum, Type->getPointeeType());
    return true;
  }

private:
  /// True for sizeof of that type, and for a sum with it.
  bool hasSizeOf(const Expr *E, QualType Type) const {
    E = E->IgnoreParenImpCasts();
    if (const auto *Sum = dyn_cast<BinaryOperator>(E); Sum && Sum->getOpcode() == BO_Add)
      return hasSizeOf(Sum->getLHS(), Type) || hasSizeOf(Sum->getRHS(), Type);
    const auto *Asked = dyn_cast<UnaryExprOrTypeTraitExpr>(E);
    return Asked && Asked->getKind() == UETT_SizeOf && Type->isRecordType() &&
           Parsed.hasSameUnqualifiedType(Asked->getTypeOfArgument(), Type) && bytesOf(Type) > 1;
  }

  uint64_t bytesOf(QualType Type) const {
    return Type->isIncompleteType() ? 0 : Parsed.getTypeSizeInChars(Type).getQuantity();
  }

  void report(const BinaryOperator &Sum, QualType Type) {
    std::string Name = Type.getUnqualifiedType().getAsString();
    uint64_t Bytes = bytesOf(Type);
    Finding Found{Check::PacketArithmetic,
                  Severity::Fragile,
                  Index.placeOf(Sum.getOperatorLoc()),
                  formatv("the size of '{0}' is added to a pointer to it: that is {1} of them, {2} bytes", Name, Bytes,
                          Bytes * Bytes),
                  {},
                  {}};
    Found.Notes.push_back({"add 1, or convert the pointer to void * before", {}});
    R(std::move(Found));
  }

  ASTContext &Parsed;
  const SourceIndex &Index;
  Report R;
};

} // namespace

void checkPacketArithmetic(ASTContext &Parsed, const SourceIndex &Index, Report R) {
  ArithmeticVisitor Visitor(Parsed, Index, R);
  for (const Decl *Each : Parsed.getTranslationUnitDecl()->noload_decls()) {
    const auto *Function = dyn_cast<FunctionDecl>(Each);
    if (Function && Function->doesThisDeclarationHaveABody() &&
        !Parsed.getSourceManager().isInSystemHeader(Function->getLocation()))
      Visitor.TraverseStmt(Function->getBody());
  }
}

} // namespace bpf
