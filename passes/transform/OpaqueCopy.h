// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A copy of a value that code generation knows nothing about.
#ifndef BPFTOOLCHAIN_PASSES_TRANSFORM_OPAQUECOPY_H
#define BPFTOOLCHAIN_PASSES_TRANSFORM_OPAQUECOPY_H

#include "llvm/IR/IRBuilder.h"

namespace bpf {

/// Makes an empty assembly statement whose output is its input. It costs an instruction only if \p V is still used
/// behind it. \returns the output.
llvm::Value *makeOpaqueCopy(llvm::Value *V, llvm::IRBuilder<> &Builder);

} // namespace bpf

#endif
