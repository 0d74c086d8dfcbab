// An index that nothing compares or masks. The kernel says the same of each program.
// REQUIRES: bpf-load
// RUN: not %bpfcc %s -o %t.o 2>&1 | FileCheck %s
// RUN: %bpfcc -Wno-bpf-value-bounds %s -o %t.o && kernel-says %t.o | FileCheck %s --check-prefix=KERNEL
// RUN: %bpfcc -Werror -DFIXED %s -o %t.o && kernel-says %t.o | FileCheck %s --check-prefix=FIXED
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>
struct value { __u32 numbers[64]; };
struct {
  __uint(type, BPF_MAP_TYPE_HASH);
  __uint(max_entries, 16);
  __type(key, __u32);
  __type(value, struct value);
} values SEC(".maps");
int table[64];
const volatile int constants[16] = {1};
#ifdef FIXED
#define MASK & 7
#else
#define MASK
#endif

SEC("xdp") int global(struct xdp_md *ctx) {
  // CHECK: value-bounds.c:[[@LINE+1]]:35: error: 'rx_queue_index' of 'ctx' has no bound as an index of 'table' [-Wbpf-value-bounds]
  table[ctx->rx_queue_index MASK] = 1;
  // CHECK: value-bounds.c:[[@LINE-1]]:14: note: it comes from here
  // CHECK: note: compare it with the number of elements first, or mask it
  return 2;
}
// KERNEL-DAG: global: rejected:
// FIXED-DAG: global: loads

// CHECK: error: 'rx_queue_index' of 'ctx' has no bound as an index of 'constants'
SEC("xdp") int constant(struct xdp_md *ctx) { return constants[ctx->rx_queue_index MASK]; }
// KERNEL-DAG: constant: rejected:
// FIXED-DAG: constant: loads

SEC("xdp") int map_value(struct xdp_md *ctx) {
  __u32 key = 1;
  struct value *value = bpf_map_lookup_elem(&values, &key);
  if (!value)
    return 1;
  // CHECK: error: 'rx_queue_index' of 'ctx' has no bound as an index of 'value'
  value->numbers[ctx->rx_queue_index MASK]++;
  return 2;
}
// KERNEL-DAG: map_value: rejected:
// FIXED-DAG: map_value: loads

SEC("xdp") int stack(struct xdp_md *ctx) {
  int numbers[8] = {};
  numbers[3] = ctx->ingress_ifindex;
  // CHECK: error: 'rx_queue_index' of 'ctx' has no bound as an index of 'numbers'
  return numbers[ctx->rx_queue_index MASK];
}
// KERNEL-DAG: stack: rejected:
// FIXED-DAG: stack: loads

SEC("xdp") int helper(struct xdp_md *ctx) {
  // CHECK: error: the return value of bpf_get_prandom_u32() has no bound as an index of 'table'
  table[bpf_get_prandom_u32() MASK]++;
  return 2;
}
// KERNEL-DAG: helper: rejected:
// FIXED-DAG: helper: loads
char license[] SEC("license") = "GPL";
// CHECK: 5 errors generated
