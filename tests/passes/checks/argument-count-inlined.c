// What is inlined needs no registers for its arguments.
// RUN: %bpfcc %s -o %t.o 2>&1 | count 0
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>
static int six(int a, int b, int c, int d, int e, int f) { return a ^ b ^ c ^ d ^ e ^ f; }
SEC("xdp") int prog(struct xdp_md *ctx) {
  return six(ctx->data, ctx->data_end, ctx->data_meta, ctx->ingress_ifindex, ctx->rx_queue_index, 1) & 1;
}
