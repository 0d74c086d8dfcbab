// A call through a pointer is an instruction that no kernel has, wherever it is.
// REQUIRES: bpf-load
// RUN: not %bpfcc %s -o %t.o 2>&1 | FileCheck %s
// RUN: %bpfcc -Wno-bpf-indirect-call -Wno-bpf-pointer-in-data %s -o %t.o && kernel-says %t.o | FileCheck %s --check-prefix=KERNEL
// RUN: %bpfcc -Werror -DFIXED %s -o %t.o && kernel-says %t.o | FileCheck %s --check-prefix=FIXED
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>
typedef int (*handler)(struct xdp_md *);
static __noinline int drop(struct xdp_md *ctx) { return ctx->ingress_ifindex ? XDP_DROP : XDP_ABORTED; }
static __noinline int pass(struct xdp_md *ctx) { return ctx->rx_queue_index ? XDP_PASS : XDP_ABORTED; }
static const handler handlers[] = {drop, pass};
const volatile int enabled = 0;
#ifndef FIXED
SEC("xdp") int program(struct xdp_md *ctx) {
  // CHECK: indirect-call.c:[[@LINE+1]]:10: error: a call through a pointer: BPF programs can only call a function by its name [-Wbpf-indirect-call]
  return handlers[ctx->rx_queue_index & 1](ctx);
  // CHECK: note: use a switch that calls each function by its name
}
// KERNEL-DAG: program: rejected:
SEC("xdp") int behind_a_guard(struct xdp_md *ctx) {
  if (enabled)
    // CHECK: indirect-call.c:[[@LINE+1]]:12: error: a call through a pointer
    return handlers[ctx->rx_queue_index & 1](ctx);
  return XDP_PASS;
}
// KERNEL-DAG: behind_a_guard: rejected:
#endif
// CHECK-NOT: {{(error|warning):}}
SEC("xdp") int fixed(struct xdp_md *ctx) { return ctx->rx_queue_index & 1 ? pass(ctx) : drop(ctx); }
SEC("xdp") int known(struct xdp_md *ctx) { return handlers[1](ctx); }
char license[] SEC("license") = "GPL";
// CHECK: 2 errors generated
// FIXED-DAG: fixed: loads
// FIXED-DAG: known: loads
