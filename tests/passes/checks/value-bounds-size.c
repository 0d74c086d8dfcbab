// The size that a helper gets may be too large, negative or zero. The kernel says the same of each program.
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
struct {
  __uint(type, BPF_MAP_TYPE_RINGBUF);
  __uint(max_entries, 4096);
} ring SEC(".maps");
struct {
  __uint(type, BPF_MAP_TYPE_HASH);
  __uint(max_entries, 16);
  __type(key, __u32);
  __type(value, char[64]);
} values SEC(".maps");

SEC("tc") int unbounded(struct __sk_buff *skb) {
  char buffer[32] = {};
  __u32 size = bpf_get_prandom_u32();
  BAD_OR_FIXED(, if (size == 0 || size > 32) return 0);
  // CHECK: value-bounds-size.c:[[@LINE+3]]:3: error: 'size' has no bound as the size that bpf_skb_load_bytes() gets [-Wbpf-value-bounds]
  // CHECK: value-bounds-size.c:[[@LINE-3]]:16: note: it comes from here
  // CHECK: note: compare it with the size of the memory first, or mask it
  bpf_skb_load_bytes(skb, 0, buffer, size);
  return buffer[0];
}
// KERNEL-DAG: unbounded: rejected:
// FIXED-DAG: unbounded: loads

SEC("tc") int negative(struct __sk_buff *skb) {
  __u32 key = skb->ifindex;
  char *value = bpf_map_lookup_elem(&values, &key);
  BAD_OR_FIXED(int, __u32) size = bpf_get_prandom_u32();
  if (!value || size > 64)
    return 0;
  // CHECK: error: 'size' may be negative as the size that bpf_ringbuf_output() gets
  bpf_ringbuf_output(&ring, value, size, 0);
  return 1;
}
// KERNEL-DAG: negative: rejected:
// FIXED-DAG: negative: loads

SEC("tc") int zero(struct __sk_buff *skb) {
  char buffer[32] = {};
  __u32 size = bpf_get_prandom_u32();
  if (BAD_OR_FIXED(size > 32, size - 1 >= 32))
    return 0;
  // CHECK: error: 'size' may be 0 as the size that bpf_skb_load_bytes() gets, which does not accept that
  bpf_skb_load_bytes(skb, 0, buffer, size);
  return buffer[0];
}
// KERNEL-DAG: zero: rejected:
// FIXED-DAG: zero: loads

SEC("tc") int too_large(struct __sk_buff *skb) {
  __u32 key = skb->ifindex;
  char *value = bpf_map_lookup_elem(&values, &key);
  __u32 size = bpf_get_prandom_u32();
  if (!value || size > BAD_OR_FIXED(128, 64))
    return 0;
  // CHECK: error: 'size' may be 128 as the size that bpf_ringbuf_output() gets, but a value of 'values' has 64 bytes there
  bpf_ringbuf_output(&ring, value, size, 0);
  return 1;
}
// KERNEL-DAG: too_large: rejected:
// FIXED-DAG: too_large: loads
char license[] SEC("license") = "GPL";
// CHECK: 4 errors generated
