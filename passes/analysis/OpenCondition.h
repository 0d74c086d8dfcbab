// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The data that a condition depends on and that is unknown before run time.
#ifndef BPFTOOLCHAIN_PASSES_ANALYSIS_OPENCONDITION_H
#define BPFTOOLCHAIN_PASSES_ANALYSIS_OPENCONDITION_H

namespace llvm {
class Loop;
class ScalarEvolution;
class Value;
} // namespace llvm

namespace bpf {

/// The first data that the exit of a loop hangs on, where the kernel can know nothing of it, nor of anything else that
/// the condition hangs on. Null where it may know something.
const llvm::Value *openData(const llvm::Value &Condition, const llvm::Loop &L, llvm::ScalarEvolution &Evolution);

} // namespace bpf

#endif
