// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A branch on two conditions as two branches: what transforms that undo the merging of tests have in common.
#ifndef BPFTOOLCHAIN_PASSES_TRANSFORM_SPLITBRANCH_H
#define BPFTOOLCHAIN_PASSES_TRANSFORM_SPLITBRANCH_H

namespace llvm {
class BranchInst;
}

namespace bpf {

/// Makes two branches of one on `A && B` or `A || B`, bitwise or not, with an instruction of their own for the
/// condition: A is tested first. \returns false, and changes nothing, where the branch is not of that form.
bool splitBranch(llvm::BranchInst &Branch);

} // namespace bpf

#endif
