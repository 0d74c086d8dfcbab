// A tail call beside a call: rejected before the kernel's JIT counted over calls, which depends on the machine. Inlined there is no call.
// REQUIRES: bpf-load
// RUN: not %bpfcc --kernel=5.9 --arch=x86_64 %s -o %t.o 2>&1 | FileCheck %s -DON="kernel 5.9 on x86_64"
// RUN: %bpfcc --kernel=5.10 --arch=x86_64 -Werror %s -o %t.o && kernel-says %t.o | FileCheck %s --check-prefix=LOADS
// RUN: %bpfcc --kernel=5.9 --arch=x86_64 -DREPAIRED -Werror %s -o %t.o && kernel-says %t.o | FileCheck %s --check-prefix=LOADS
// RUN: not %bpfcc --kernel=5.9 --arch=x86_64 -DSTATIC_CALL %s -o %t.o 2>&1 | FileCheck %s -DON="kernel 5.9 on x86_64"
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>
struct {
  __uint(type, BPF_MAP_TYPE_PROG_ARRAY);
  __uint(max_entries, 4);
  __type(key, __u32);
  __type(value, __u32);
} stages SEC(".maps");
#ifndef REPAIRED
__attribute__((noinline))
#endif
static int stage(struct xdp_md *ctx) { return *(volatile int *)&ctx->rx_queue_index & 3; }
SEC("xdp") int entry(struct xdp_md *ctx) {
  // CHECK: error: 'entry' has a tail call and calls 'stage'; [[ON]] rejects programs with both [-Wbpf-tail-call]
  // CHECK: tail-call.c:[[@LINE+2]]:15: note: 'stage' is called here; make it static and not noinline, so that it is inlined
  // CHECK-NOT: error:
  int index = stage(ctx);
#ifdef STATIC_CALL
  bpf_tail_call_static(ctx, &stages, 0);
#else
  bpf_tail_call(ctx, &stages, index);
#endif
  return index;
}
// Each alone is taken.
SEC("xdp") int only_jumps(struct xdp_md *ctx) {
  bpf_tail_call(ctx, &stages, 0);
  return XDP_PASS;
}
SEC("xdp") int only_calls(struct xdp_md *ctx) { return stage(ctx); }
// LOADS: entry: loads
// LOADS: only_jumps: loads
// LOADS: only_calls: loads
