// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The structures of linux/bpf.h that programs are called with: their members are accessed at constant offsets from the
// unchanged pointer.
#ifndef BPFTOOLCHAIN_DRIVER_COMPILE_CONTEXTRECORDS_H
#define BPFTOOLCHAIN_DRIVER_COMPILE_CONTEXTRECORDS_H

#include "clang/AST/ASTConsumer.h"

namespace bpf {

/// Gives each such structure clang's preserve_static_offset, as if the source had it. Those of vmlinux.h, which have
/// preserve_access_index, are left alone: LLVM would drop their CO-RE relocations.
class ContextRecords : public clang::ASTConsumer {
public:
  void HandleTagDeclDefinition(clang::TagDecl *Definition) override;
};

} // namespace bpf

#endif
