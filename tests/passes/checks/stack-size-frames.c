// Eight frames are allowed, nine are not.
// REQUIRES: bpf-load
// RUN: not %bpfcc -c %s -o %t.o 2>&1 | FileCheck %s
// RUN: %bpfcc -Wno-bpf-stack-size -c %s -o %t.o
// RUN: kernel-says %t.o | FileCheck %s --check-prefix=KERNEL
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>
#define CALLS(NAME, NEXT)                                                                                              \
  static __attribute__((noinline)) int NAME(int x) { return NEXT(x + bpf_get_prandom_u32()) + 1; }
static __attribute__((noinline)) int last(int x) { return x + bpf_get_prandom_u32(); }
// CHECK: stack-size-frames.c:[[@LINE+1]]:{{[0-9]+}}: error: this call of 'last' makes 9 nested frames; the kernel allows 8
CALLS(eighth, last)
CALLS(seventh, eighth)
CALLS(sixth, seventh)
CALLS(fifth, sixth)
CALLS(fourth, fifth)
CALLS(third, fourth)
CALLS(second, third)
SEC("xdp") int nine_frames(struct xdp_md *ctx) { return second(ctx->ingress_ifindex); }
SEC("xdp") int eight_frames(struct xdp_md *ctx) { return third(ctx->ingress_ifindex); }
// CHECK: 1 error generated
// KERNEL-DAG: nine_frames: rejected: the call stack of {{[89]}} frames is too deep
// KERNEL-DAG: eight_frames: loads
