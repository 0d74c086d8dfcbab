// The same for a 16-bit atomic, for which LLVM's words hold addresses of its own nodes.
// RUN: rm -rf %t && mkdir %t && cd %t
// RUN: refuses 2 %bpfcc -Wno-bpf-atomic %s | FileCheck %s
// CHECK: error:
struct xdp {
  short counter;
};
__attribute__((section("xdp"))) int prog(struct xdp *context) { return __sync_fetch_and_add(&context->counter, 1); }
