// The notes tell where the pointer comes from, which test does not help, and who does not accept NULL.
// RUN: not %bpfcc %s -o %t.o 2>&1 | FileCheck %s
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>
struct {
  __uint(type, BPF_MAP_TYPE_HASH);
  __uint(max_entries, 16);
  __type(key, __u32);
  __type(value, __u64);
} table SEC(".maps");
struct {
  __uint(type, BPF_MAP_TYPE_ARRAY);
  __uint(max_entries, 16);
  __type(key, __u32);
  __type(value, __u64);
} array SEC(".maps");
SEC("xdp") int goes_on(struct xdp_md *ctx) {
  __u32 key = ctx->rx_queue_index;
  __u64 *count = bpf_map_lookup_elem(&table, &key);
  if (!count)
    bpf_printk("nothing");
  *count += 1;
  return 2;
}
// CHECK: null-check-notes.c:[[@LINE-3]]:10: error: 'count' may be NULL here [-Wbpf-null-check]
// CHECK: null-check-notes.c:[[@LINE-7]]:18: note: it is returned by bpf_map_lookup_elem()
// CHECK: null-check-notes.c:[[@LINE-7]]:8: note: it is tested here, but the program goes on if it is NULL
// CHECK: note: return first if it is NULL
SEC("xdp") int argument(struct xdp_md *ctx) {
  __u32 key = ctx->rx_queue_index;
  __u64 *count = bpf_map_lookup_elem(&table, &key);
  // CHECK: null-check-notes.c:[[@LINE+1]]:3: error: 'count' may be NULL here, which bpf_map_update_elem() does not accept
  bpf_map_update_elem(&array, &key, count, 0);
  return 2;
}
char license[] SEC("license") = "GPL";
