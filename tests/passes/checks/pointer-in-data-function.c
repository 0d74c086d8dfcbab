// A table of functions.
// REQUIRES: bpf-load
// RUN: not %bpfcc -c %s -o %t.o 2>&1 | FileCheck %s
// RUN: %bpfcc -Wno-error=bpf -c %s -o %t.o 2>/dev/null && not kernel-takes %t.o
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>
static int pass(struct xdp_md *ctx) { return XDP_PASS; }
static int drop(struct xdp_md *ctx) { return XDP_DROP; }
static int (*const actions[])(struct xdp_md *) = {pass, drop};
SEC("xdp") int program(struct xdp_md *ctx) {
  // CHECK: error: 'actions' contains the address of 'pass', which no loader relocates: this reads 0
  // CHECK: note: write a switch that calls them
  return actions[ctx->ingress_ifindex & 1](ctx);
}
