// Bytes that are written on one path and not on another, where the kernel follows both: a warning, because the path may be one
// that no run takes. Where it lets them be read nothing is reported.
// REQUIRES: bpf-load, root
// RUN: %bpfcc -Wno-bpf-unavailable-helper --capabilities=bpf,net_admin -c %s -o %t.o 2>&1 | FileCheck %s --implicit-check-not=error
// RUN: %bpfcc -Wno-bpf-unavailable-helper --kernel=5.15 -c %s -o %t.o 2>&1 | FileCheck %s --implicit-check-not=error
// RUN: %bpfcc -Wno-bpf-unavailable-helper -Werror -c %s -o %t.o
// RUN: kernel-says %t.o | FileCheck %s --check-prefix=LOADS
// RUN: setpriv --bounding-set=-perfmon,-sys_admin --inh-caps=-perfmon,-sys_admin kernel-says %t.o | FileCheck %s --check-prefix=REJECTED
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>
struct {
  __uint(type, BPF_MAP_TYPE_ARRAY);
  __uint(max_entries, 1);
  __type(key, __u32);
  __type(value, __u64);
} results SEC(".maps");
SEC("xdp") int on_one_way(struct xdp_md *ctx) {
  __u32 zero = 0;
  __u64 result;
  if (bpf_get_prandom_u32() & 1)
    result = bpf_ktime_get_ns();
  // CHECK: padding-some-ways.c:[[@LINE+3]]:3: warning: bpf_map_update_elem() reads 8 bytes at offset 0 of 'result' that are uninitialized on some paths
  // CHECK: note: the kernel follows every path to this call
  // CHECK: padding-some-ways.c:[[@LINE-5]]:{{[0-9]+}}: note: 'result' is declared here; initialize it
  bpf_map_update_elem(&results, &zero, &result, BPF_ANY);
  return XDP_PASS;
}
// LOADS: on_one_way: loads
// REJECTED: on_one_way: rejected: invalid read from stack
// CHECK-NOT: warning:
SEC("xdp") int on_both_ways(struct xdp_md *ctx) {
  __u32 zero = 0;
  __u64 result;
  if (bpf_get_prandom_u32() & 1)
    result = bpf_ktime_get_ns();
  else
    result = ctx->rx_queue_index;
  bpf_map_update_elem(&results, &zero, &result, BPF_ANY);
  return XDP_PASS;
}
// LOADS: on_both_ways: loads
// REJECTED: on_both_ways: loads
SEC("xdp") int in_a_loop(struct xdp_md *ctx) {
  __u32 zero = 0;
  __u64 result;
  for (int i = 0; i < 10; ++i) {
    bpf_xdp_load_bytes(ctx, i, &result, sizeof result);
    bpf_map_update_elem(&results, &zero, &result, BPF_ANY);
  }
  return XDP_PASS;
}
// LOADS: in_a_loop: loads
// REJECTED: in_a_loop: loads
char license[] SEC("license") = "GPL";
