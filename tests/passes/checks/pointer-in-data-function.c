// A table of functions that are called is told of as the call, once.
// REQUIRES: bpf-load
// RUN: not %bpfcc -c %s -o %t.o 2>&1 | FileCheck %s
// RUN: %bpfcc -Wno-error=bpf -c %s -o %t.o 2>/dev/null && not kernel-takes %t.o
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>
static int pass(struct xdp_md *ctx) { return XDP_PASS; }
static int drop(struct xdp_md *ctx) { return XDP_DROP; }
static int (*const actions[])(struct xdp_md *) = {pass, drop};
SEC("xdp") int program(struct xdp_md *ctx) {
  // CHECK: error: a call through a pointer: BPF programs can only call a function by its name [-Wbpf-indirect-call]
  // CHECK: note: use a switch that calls each function by its name
  // CHECK: 1 error generated
  return actions[ctx->ingress_ifindex & 1](ctx);
}
