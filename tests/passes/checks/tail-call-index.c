// A constant index outside of the map: it loads, and the program goes on behind the call.
// REQUIRES: bpf-run
// RUN: %bpfcc %s -o %t.o 2>&1 | FileCheck %s
// RUN: python3 -c "open('%t.packet', 'wb').write(bytes(64))"
// RUN: sh -c 'pin=/sys/fs/bpf/bpftoolchain-tail-$$; bpftool prog loadall "$1" $pin pinmaps $pin && bpftool prog run pinned $pin/outside data_in "$2"; bpftool prog run pinned $pin/inside data_in "$2"; rm -r $pin' sh %t.o %t.packet | FileCheck %s --check-prefix=RUN-IT
// RUN: %bpfcc -DOUTSIDE=1 -Werror %s -o %t.o
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>
#ifndef OUTSIDE
#define OUTSIDE 2
#endif
SEC("xdp") int last(struct xdp_md *ctx) { return XDP_TX; }
struct {
  __uint(type, BPF_MAP_TYPE_PROG_ARRAY);
  __uint(max_entries, 2);
  __type(key, __u32);
  __array(values, int(void *));
} stages SEC(".maps") = {.values = {[0] = (void *)&last, [1] = (void *)&last}};
SEC("xdp") int outside(struct xdp_md *ctx) {
  // CHECK: tail-call-index.c:[[@LINE+2]]:3: warning: this tail call never jumps: index 2 is out of bounds of 'stages', which has 2 entries [-Wbpf-tail-call]
  // CHECK: tail-call-index.c:[[@LINE-3]]:1: note: 'stages' is defined here
  bpf_tail_call(ctx, &stages, OUTSIDE);
  // CHECK: warning: this tail call never jumps: index 2 is out of bounds of 'stages'
  bpf_tail_call_static(ctx, &stages, OUTSIDE);
  return XDP_DROP;
}
SEC("xdp") int inside(struct xdp_md *ctx) {
  bpf_tail_call(ctx, &stages, 1);
  return XDP_DROP;
}
// CHECK: 2 warnings generated
// RUN-IT: Return value: 1,
// RUN-IT: Return value: 3,
