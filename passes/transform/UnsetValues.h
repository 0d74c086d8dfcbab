// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Values that a program reads on some path without having set them.
#ifndef BPFTOOLCHAIN_PASSES_TRANSFORM_UNSETVALUES_H
#define BPFTOOLCHAIN_PASSES_TRANSFORM_UNSETVALUES_H

namespace llvm {
class Module;
}

namespace bpf {

/// Makes them 0, after optimization: LLVM leaves the register unchanged, and the verifier rejects one that nothing
/// wrote.
void clearUnsetValues(llvm::Module &M);

} // namespace bpf

#endif
