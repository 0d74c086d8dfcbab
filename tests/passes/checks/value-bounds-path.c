// An index whose comparison leaves values outside. The kernel says the same of each program.
// REQUIRES: bpf-load
// RUN: not %bpfcc %s -o %t.o 2>&1 | FileCheck %s
// RUN: %bpfcc -Wno-bpf-value-bounds %s -o %t.o && kernel-says %t.o | FileCheck %s --check-prefix=KERNEL
// RUN: %bpfcc -Werror -DFIXED %s -o %t.o && kernel-says %t.o | FileCheck %s --check-prefix=FIXED
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>
#ifdef FIXED
#define BAD_OR_FIXED(bad, fixed) fixed
#else
#define BAD_OR_FIXED(bad, fixed) bad
#endif
struct value { __u32 numbers[16]; };
struct {
  __uint(type, BPF_MAP_TYPE_HASH);
  __uint(max_entries, 16);
  __type(key, __u32);
  __type(value, struct value);
} values SEC(".maps");
static __always_inline struct value *lookup(struct xdp_md *ctx) {
  __u32 key = ctx->ingress_ifindex;
  return bpf_map_lookup_elem(&values, &key);
}

SEC("xdp") int off_by_one(struct xdp_md *ctx) {
  struct value *value = lookup(ctx);
  if (!value)
    return 0;
  __u32 index = ctx->rx_queue_index;
  if (index BAD_OR_FIXED(<=, <) 16)
    // CHECK: value-bounds-path.c:[[@LINE+3]]:26: error: 'index' may be 16 as an index of 'value', whose last element is 15 [-Wbpf-value-bounds]
    // CHECK: value-bounds-path.c:[[@LINE-3]]:22: note: it comes from here
    // CHECK: note: compare it with the number of elements first
    value->numbers[index]++;
  return 2;
}
// KERNEL-DAG: off_by_one: rejected:
// FIXED-DAG: off_by_one: loads

SEC("xdp") int negative(struct xdp_md *ctx) {
  struct value *value = lookup(ctx);
  if (!value)
    return 0;
  BAD_OR_FIXED(int, __u32) index = ctx->rx_queue_index;
  if (index < 16)
    // CHECK: error: 'index' may be negative as an index of 'value'
    // CHECK: note: compare it with 0 as well, or make it unsigned
    value->numbers[index]++;
  return 2;
}
// KERNEL-DAG: negative: rejected:
// FIXED-DAG: negative: loads

SEC("tc") int narrow(struct __sk_buff *skb) {
  struct value *value;
  __u32 key = skb->ifindex;
  __u8 index;
  value = bpf_map_lookup_elem(&values, &key);
  if (!value || bpf_skb_load_bytes(skb, 0, &key, 1))
    return 0;
  index = ((__u8 *)(long)value)[3] BAD_OR_FIXED(, &15);
  // CHECK: error: 'index' may be 255 as an index of 'value', whose last element is 15
  value->numbers[index] = 1;
  return 2;
}
// KERNEL-DAG: narrow: rejected:
// FIXED-DAG: narrow: loads
char license[] SEC("license") = "GPL";
// CHECK: 3 errors generated
