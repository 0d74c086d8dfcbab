// Where the check is turned off that says it better, LLVM's own words for a 16-bit atomic are one clear error at its line.
// RUN: rm -rf %t && mkdir %t && cd %t
// RUN: rejects 1 %bpfcc -Wno-bpf-atomic %s | FileCheck %s
// CHECK: llvm-error-atomic.c:{{[0-9]+}}:{{[0-9]+}}: error:
struct xdp {
  short counter;
};
__attribute__((section("xdp"))) int prog(struct xdp *context) { return __sync_fetch_and_add(&context->counter, 1); }
