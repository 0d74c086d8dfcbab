// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Marked where they are defined, which is before clang makes code of any access.
#include "driver/compile/ContextRecords.h"
#include "passes/target/ContextMember.h"
#include "clang/AST/ASTContext.h"
#include "clang/AST/Attr.h"
#include "clang/AST/Decl.h"

using namespace clang;

namespace bpf {

void ContextRecords::HandleTagDeclDefinition(TagDecl *Definition) {
  auto *Record = dyn_cast<RecordDecl>(Definition);
  if (!Record || !Record->getIdentifier() || !isKnownContext(Record->getName()) ||
      Record->hasAttr<BPFPreserveAccessIndexAttr>() || Record->hasAttr<BPFPreserveStaticOffsetAttr>())
    return;
  Record->addAttr(BPFPreserveStaticOffsetAttr::CreateImplicit(Record->getASTContext()));
}

} // namespace bpf
