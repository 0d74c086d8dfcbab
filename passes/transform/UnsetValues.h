// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Values that a program reads on some way without having set them.
#ifndef BPFTOOLCHAIN_PASSES_TRANSFORM_UNSETVALUES_H
#define BPFTOOLCHAIN_PASSES_TRANSFORM_UNSETVALUES_H

namespace llvm {
class Module;
}

namespace bpf {

/// Makes them 0, after optimisation: LLVM leaves the register as it is, and the verifier refuses one that nothing
/// wrote.
void clearUnsetValues(llvm::Module &M);

} // namespace bpf

#endif
