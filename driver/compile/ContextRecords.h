// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The structures that programs are called with: their members are accessed at constant offsets from the unchanged
// pointer.
#ifndef BPFTOOLCHAIN_DRIVER_COMPILE_CONTEXTRECORDS_H
#define BPFTOOLCHAIN_DRIVER_COMPILE_CONTEXTRECORDS_H

#include "clang/AST/ASTConsumer.h"
#include "llvm/ADT/StringSet.h"

namespace bpf {

/// Gives each structure of linux/bpf.h clang's preserve_static_offset, as if the source had it. Those of vmlinux.h,
/// which have preserve_access_index, do not get it: LLVM would drop their CO-RE relocations (see
/// passes/transform/RelocatedContexts.h). Where a source has both, the former is ignored with a warning.
class ContextRecords : public clang::ASTConsumer {
public:
  /// \p Preserves: the attribute is given, and not only ignored where it does harm.
  explicit ContextRecords(bool Preserves) : Preserves(Preserves) {}
  void HandleTagDeclDefinition(clang::TagDecl *Definition) override;

  /// The structures whose attribute was ignored.
  const llvm::StringSet<> &preserved() const { return Preserved; }

private:
  bool Preserves;
  llvm::StringSet<> Preserved;
};

} // namespace bpf

#endif
