// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Attributes are changed where a structure is defined, which is before clang generates code for any access.
#include "driver/compile/ContextRecords.h"
#include "passes/target/ContextMember.h"
#include "clang/AST/ASTContext.h"
#include "clang/AST/Attr.h"
#include "clang/AST/Decl.h"
#include "clang/Basic/DiagnosticSema.h"

using namespace clang;

namespace bpf {

/// LLVM 22 drops the relocations of such a structure, and crashes on bpf_core_field_exists() and its like.
static void ignoreStaticOffset(RecordDecl &Definition) {
  DiagnosticsEngine &Diagnostics = Definition.getASTContext().getDiagnostics();
  const auto *Given = Definition.getAttr<BPFPreserveStaticOffsetAttr>();
  Diagnostics.Report(Given->getLocation(), diag::warn_attribute_ignored) << Given;
  unsigned Id = Diagnostics.getCustomDiagID(
      DiagnosticsEngine::Note, "with 'preserve_access_index' LLVM drops CO-RE relocations; bpfcc accesses the members "
                               "of '%0' at constant offsets without the attribute");
  Diagnostics.Report(Definition.getLocation(), Id) << Definition.getName();
  for (TagDecl *Each : Definition.redecls())
    Each->dropAttr<BPFPreserveStaticOffsetAttr>();
}

void ContextRecords::HandleTagDeclDefinition(TagDecl *Definition) {
  auto *Record = dyn_cast<RecordDecl>(Definition);
  if (!Record)
    return;
  bool IsRelocated = Record->hasAttr<BPFPreserveAccessIndexAttr>();
  if (Record->hasAttr<BPFPreserveStaticOffsetAttr>()) {
    if (!IsRelocated)
      return;
    ignoreStaticOffset(*Record);
    Preserved.insert(Record->getName());
  } else if (Preserves && !IsRelocated && Record->getIdentifier() && isKnownContext(Record->getName())) {
    Record->addAttr(BPFPreserveStaticOffsetAttr::CreateImplicit(Record->getASTContext()));
  }
}

} // namespace bpf
