// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Names for the arguments of functions in .BTF at -O0.
#ifndef BPFTOOLCHAIN_PASSES_TRANSFORM_ARGUMENTNAMES_H
#define BPFTOOLCHAIN_PASSES_TRANSFORM_ARGUMENTNAMES_H

namespace llvm {
class Module;
}

namespace bpf {

/// Lists the arguments of each function where LLVM's BTF takes their names from (!DISubprogram retainedNodes). clang
/// does so only if it optimizes, and the kernel rejects all the types of an object in which an argument has no
/// name ("Invalid arg#1"), after which no callback loads ("missing btf func_info").
void nameArguments(llvm::Module &M);

} // namespace bpf

#endif
