// LLVM's targets: bpfcc has one.
#ifndef BPFTOOLCHAIN_DRIVER_TARGETS_H
#define BPFTOOLCHAIN_DRIVER_TARGETS_H

namespace bpf {

/// Makes LLVM know BPF: code generation, assembly, both byte orders.
void registerTargets();

} // namespace bpf

#endif
