// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// LLVM's targets: bpfcc has one.
#ifndef BPFTOOLCHAIN_DRIVER_COMPILE_LLVMTARGETS_H
#define BPFTOOLCHAIN_DRIVER_COMPILE_LLVMTARGETS_H

namespace bpf {

/// Makes LLVM know BPF: code generation, assembly, both byte orders.
void registerLLVMTargets();

} // namespace bpf

#endif
