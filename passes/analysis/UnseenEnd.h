// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Calls after which a loop may be over without any sign of it in the code.
#ifndef BPFTOOLCHAIN_PASSES_ANALYSIS_UNSEENEND_H
#define BPFTOOLCHAIN_PASSES_ANALYSIS_UNSEENEND_H

namespace llvm {
class CallBase;
}

namespace bpf {

/// True for a call that may end the program (bpf_throw()) or that makes a loop one of an iterator for the kernel
/// (bpf_iter_*_next()), itself or in a function that it calls, and for one of a function that is not here. Assembly is
/// another matter: in a function that is called it ends no more than that function.
bool mayEndUnseen(const llvm::CallBase &Call);

} // namespace bpf

#endif
