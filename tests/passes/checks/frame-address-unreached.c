// LLVM compiles no object with such a function in it, even where no program reaches it.
// RUN: not %bpfcc -c %s -o %t.o 2>&1 | FileCheck %s
// RUN: not %bpfcc -Wno-bpf-frame-address -c %s -o %t.o 2>&1 | FileCheck %s --check-prefix=LLVM
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>
// CHECK: [[@LINE+2]]:67: error: '__builtin_return_address' has no meaning in a BPF program
// LLVM: error: LLVM could not compile this
__attribute__((noinline)) long forgotten(void) { return 1 + (long)__builtin_return_address(0); }
SEC("xdp") int program(struct xdp_md *ctx) { return XDP_PASS; }
