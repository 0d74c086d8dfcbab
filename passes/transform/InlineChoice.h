// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Which functions to inline when the object may grow by a share only: the one whose copies add least comes first.
#ifndef BPFTOOLCHAIN_PASSES_TRANSFORM_INLINECHOICE_H
#define BPFTOOLCHAIN_PASSES_TRANSFORM_INLINECHOICE_H

#include "llvm/ADT/STLFunctionalExtras.h"
#include <vector>

namespace llvm {
class Function;
class Module;
} // namespace llvm

namespace bpf {

/// The instructions that a function is expected to have, counted on its IR.
uint64_t estimatedSize(const llvm::Function &F);

/// \param MayGo true for a function of which all calls may be inlined, so that it goes away itself.
/// \param Percent by how much the sum of all estimated sizes may grow.
/// \returns what is to be inlined, everywhere it is called. What calls itself, also through others, is left.
std::vector<llvm::Function *> chooseInlines(llvm::Module &M, llvm::function_ref<bool(const llvm::Function &)> MayGo,
                                            unsigned Percent);

} // namespace bpf

#endif
