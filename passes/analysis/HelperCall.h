// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Which helper of the kernel's a call goes to.
#ifndef BPFTOOLCHAIN_PASSES_ANALYSIS_HELPERCALL_H
#define BPFTOOLCHAIN_PASSES_ANALYSIS_HELPERCALL_H

#include "passes/target/Helper.h"

namespace llvm {
class CallBase;
class Instruction;
} // namespace llvm

namespace bpf {

/// The number that the call names: libbpf declares a helper as a constant pointer, static long (*f)(...) = (void *)4,
/// and optimisation leaves the number as the callee. 0 where the call goes to something else.
unsigned helperNumber(const llvm::CallBase &Call);

/// A call of bpf_tail_call(), also as the assembly of bpf_tail_call_static(): its operands are the context, the map and
/// the index. Null for another instruction.
const llvm::CallBase *asTailCall(const llvm::Instruction &I);

/// The helper of that number, where the table knows it.
const Helper *calledHelper(const llvm::CallBase &Call);

} // namespace bpf

#endif
