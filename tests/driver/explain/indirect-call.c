// A call through a pointer: the verifier names no line, the code of the program has the call.
// REQUIRES: bpf-load
// RUN: exits 1 %bpfcc -Wno-bpf -Wno-everything --verify %s -o %t.o 2>&1 | FileCheck %s
// RUN: %bpfcc -DREPAIRED -Wno-bpf -Wno-everything --verify %s -o %t.o
// CHECK: indirect-call.c:[[#@LINE+12]]:{{[0-9]+}}: error: 'choose' calls a function through a pointer, which BPF cannot
// CHECK: note: call the function by its name; switch between several
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>
static __attribute__((noinline)) int one(int x) { return x * 3; }
static __attribute__((noinline)) int two(int x) { return x * 5; }
SEC("xdp") int choose(struct xdp_md *ctx)
{
#ifdef REPAIRED
  return (ctx->rx_queue_index > 7 ? one(1) : two(2)) & 1;
#else
  int (*volatile f)(int) = ctx->rx_queue_index > 7 ? one : two;
  return f(ctx->rx_queue_index);
#endif
}
