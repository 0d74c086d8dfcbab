// Walks clang's AST, which lives until the last Finding has been shown.
#include "driver/Declarations.h"
#include "clang/AST/ASTContext.h"
#include "clang/AST/DynamicRecursiveASTVisitor.h"
#include "clang/Basic/SourceManager.h"
#include "clang/Frontend/CompilerInstance.h"
#include "clang/Lex/Lexer.h"

using namespace clang;

namespace bpf {

namespace {

class FindVariable : public DynamicRecursiveASTVisitor {
public:
  FindVariable(llvm::StringRef Name, clang::SourceLocation Line, const SourceManager &Sources)
      : Name(Name), Line(Line), Sources(Sources) {}

  bool VisitVarDecl(VarDecl *Variable) override {
    clang::SourceLocation Where = Variable->getLocation();
    bool IsIt = Variable->getIdentifier() && Variable->getName() == Name && Where.isFileID() &&
                Sources.getFileID(Where) == Sources.getFileID(Line) &&
                Sources.getSpellingLineNumber(Where) == Sources.getSpellingLineNumber(Line);
    if (IsIt)
      Found = Variable;
    return !IsIt;
  }

  const VarDecl *Found = nullptr;

private:
  llvm::StringRef Name;
  clang::SourceLocation Line;
  const SourceManager &Sources;
};

} // namespace

std::optional<FixItHint> fixItFor(const Fix &Repair, CompilerInstance &Compiler, const SourceIndex &Index) {
  clang::SourceLocation Line = Index.locationOf(Repair.Declared);
  if (Line.isInvalid() || !Compiler.hasASTContext())
    return std::nullopt;
  const SourceManager &Sources = Compiler.getSourceManager();
  FindVariable Search(Repair.Variable, Line, Sources);
  Search.TraverseAST(Compiler.getASTContext());
  if (!Search.Found || Search.Found->hasInit() || Sources.isInSystemHeader(Line))
    return std::nullopt;
  clang::SourceLocation Last = Search.Found->getEndLoc();
  if (!Last.isFileID())
    return std::nullopt;
  return FixItHint::CreateInsertion(Lexer::getLocForEndOfToken(Last, 0, Sources, Compiler.getLangOpts()),
                                    Repair.Appended);
}

} // namespace bpf
