// LLVM compiles no object with such a function in it, even where no program reaches it.
// RUN: not %bpfcc -c %s -o %t.o 2>&1 | FileCheck %s
// RUN: not %bpfcc -Wno-bpf-argument-count -c %s -o %t.o 2>&1 | FileCheck %s --check-prefix=LLVM
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>
// CHECK: [[@LINE+3]]:1: error: the arguments of 'forgotten' need 6 registers; BPF functions have 5
// CHECK: 1 error generated
// LLVM: error: stack arguments are not supported
__attribute__((noinline)) int forgotten(int a, int b, int c, int d, int e, int f) { return a + b + c + d + e + f; }
SEC("xdp") int program(struct xdp_md *ctx) { return XDP_PASS; }
