// Before Linux 4.16, and with a loader that relocates maps only, a program is one function.
// RUN: not %bpfcc -Wno-bpf-context-access --kernel=4.15 %s -o %t.o 2>&1 | FileCheck -DWHO="kernel 4.15 with loader libbpf" %s
// RUN: not %bpfcc -Wno-bpf-context-access --loader=iproute2-legacy --kernel=5.15 %s -o %t.o 2>&1 | FileCheck -DWHO="kernel 5.15 with loader iproute2-legacy" %s
// RUN: %bpfcc -Wno-bpf-context-access --kernel=4.16 %s -o %t.o
// RUN: %bpfcc -Wno-bpf-context-access --kernel=4.15 -DREPAIRED %s -o %t.o
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>
#ifndef REPAIRED
__attribute__((noinline))
#endif
static int port(struct xdp_md *ctx) { return *(volatile int *)&ctx->rx_queue_index; }
// A global function is inlined too where there are no calls.
int interface(struct xdp_md *ctx) { return *(volatile int *)&ctx->ingress_ifindex; }
SEC("xdp") int prog(struct xdp_md *ctx) {
  // CHECK: [[@LINE+1]]:10: error: the call of 'port' was not inlined, and [[WHO]] does not support calls between functions [-Wbpf-function-call]
  return port(ctx) + interface(ctx);
  // CHECK: note: remove noinline from 'port'
}
// CHECK: 1 error generated.
