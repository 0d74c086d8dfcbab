// A function that calls itself cannot be inlined away.
// RUN: not %bpfcc --kernel=4.15 %s -o %t.o 2>&1 | FileCheck %s
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>
static int walk(struct xdp_md *ctx, int depth) {
  // CHECK: error: the call of 'walk' was not inlined
  // CHECK: note: 'walk' could not be inlined; recursive functions never can
  return depth > 3 ? walk(ctx, *(volatile int *)&ctx->rx_queue_index) * depth + 1 : 0;
}
SEC("xdp") int prog(struct xdp_md *ctx) { return walk(ctx, ctx->ingress_ifindex); }
