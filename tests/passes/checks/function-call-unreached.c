// A call in a function that no program reaches is not loaded.
// REQUIRES: bpf-load
// RUN: %bpfcc --kernel=4.15 -Werror -Wno-bpf-section-name -c %s -o %t.o && kernel-says %t.o | FileCheck %s --check-prefix=LOADS
// RUN: not %bpfcc --kernel=4.15 -DREACHED -c %s -o %t.o 2>&1 | FileCheck %s
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>
__attribute__((noinline)) static int port(struct xdp_md *ctx) { return *(volatile int *)&ctx->rx_queue_index; }
// CHECK: [[@LINE+1]]:70: error: the call of 'port' was not inlined
__attribute__((noinline)) int forgotten(struct xdp_md *ctx) { return port(ctx); }
SEC("xdp") int program(struct xdp_md *ctx) {
#ifdef REACHED
  return forgotten(ctx);
#endif
  return XDP_PASS;
}
// LOADS: program: loads
