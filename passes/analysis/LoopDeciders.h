// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// What decides at run time how often a loop runs.
#ifndef BPFTOOLCHAIN_PASSES_ANALYSIS_LOOPDECIDERS_H
#define BPFTOOLCHAIN_PASSES_ANALYSIS_LOOPDECIDERS_H

#include "llvm/ADT/SmallVector.h"

namespace llvm {
class Loop;
class ScalarEvolution;
class Value;
} // namespace llvm

namespace bpf {

/// For each exit of the loop the data that it depends on; none if the kernel may know for one of them when it is
/// taken.
llvm::SmallVector<const llvm::Value *, 4> loopDeciders(const llvm::Loop &L, llvm::ScalarEvolution &Evolution);

} // namespace bpf

#endif
