// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The finding at a call of a helper or kfunc that a program may not make.
#ifndef BPFTOOLCHAIN_PASSES_ANALYSIS_REJECTEDCALL_H
#define BPFTOOLCHAIN_PASSES_ANALYSIS_REJECTEDCALL_H

#include "passes/Check.h"
#include "passes/analysis/CallingPrograms.h"

namespace llvm {
class CallBase;
}

namespace bpf {

/// \param Remedy a note with the fix; empty for none.
/// \returns the finding, with a note that names the program if the call is in another function.
Finding rejectedCall(const llvm::CallBase &Call, Check Kind, const RejectedUse &Use, std::string Message,
                     std::string Remedy);

} // namespace bpf

#endif
