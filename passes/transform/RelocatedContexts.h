// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Accesses to members of a context at offsets that CO-RE relocates, as in programs that include vmlinux.h, become one
// call each, which optimization cannot take apart.
#ifndef BPFTOOLCHAIN_PASSES_TRANSFORM_RELOCATEDCONTEXTS_H
#define BPFTOOLCHAIN_PASSES_TRANSFORM_RELOCATEDCONTEXTS_H

#include "passes/Transform.h"
#include "llvm/ADT/StringSet.h"
#include "llvm/IR/PassManager.h"

namespace bpf {

/// Runs directly behind LLVM's BPFAbstractMemberAccess, which makes the relocated addresses. revealContextAccesses()
/// restores what it made, with the same relocations.
class RelocatedContextsPass : public llvm::PassInfoMixin<RelocatedContextsPass> {
public:
  /// \p Records are structures of the source whose accesses are to be preserved, besides those of ContextMembers.def.
  RelocatedContextsPass(const llvm::StringSet<> *Records, const TransformSet &Enabled)
      : Records(Records), Enabled(Enabled) {}
  llvm::PreservedAnalyses run(llvm::Module &M, llvm::ModuleAnalysisManager &);
  static bool isRequired() { return true; }

private:
  const llvm::StringSet<> *Records;
  TransformSet Enabled;
};

} // namespace bpf

#endif
