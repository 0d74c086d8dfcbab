// A byte behind the end of what the kernel gave. The kernel says the same of each program.
// REQUIRES: bpf-load
// RUN: not %bpfcc -DAT=8 %s -o %t.o 2>&1 | FileCheck %s
// RUN: %bpfcc -DAT=8 -Wno-bpf-value-bounds %s -o %t.o && kernel-says %t.o | FileCheck %s --check-prefix=KERNEL
// RUN: %bpfcc -Werror -DAT=7 %s -o %t.o && kernel-says %t.o | FileCheck %s --check-prefix=FIXED
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>
struct {
  __uint(type, BPF_MAP_TYPE_RINGBUF);
  __uint(max_entries, 4096);
} ring SEC(".maps");
struct {
  __uint(type, BPF_MAP_TYPE_HASH);
  __uint(max_entries, 16);
  __type(key, __u32);
  __type(value, __u64);
} values SEC(".maps");

SEC("xdp") int record(struct xdp_md *ctx) {
  char *event = bpf_ringbuf_reserve(&ring, 8, 0);
  if (!event)
    return 0;
  // CHECK: value-bounds-constant.c:[[@LINE+2]]:13: error: byte 8 is outside of the record, which has 8 bytes [-Wbpf-value-bounds]
  // CHECK: value-bounds-constant.c:[[@LINE-4]]:17: note: it is reserved here
  event[AT] = 1;
  bpf_ringbuf_submit(event, 0);
  return 2;
}
// KERNEL-DAG: record: rejected:
// FIXED-DAG: record: loads

SEC("xdp") int map_value(struct xdp_md *ctx) {
  __u32 key = ctx->rx_queue_index;
  char *value = bpf_map_lookup_elem(&values, &key);
  // CHECK: error: byte 8 is outside of a value of 'values', which has 8 bytes
  return value ? value[AT] : 0;
}
// KERNEL-DAG: map_value: rejected:
// FIXED-DAG: map_value: loads

SEC("xdp") int slice(struct xdp_md *ctx) {
  struct bpf_dynptr ptr;
  bpf_ringbuf_reserve_dynptr(&ring, 8, 0, &ptr);
  char *event = bpf_dynptr_data(&ptr, 0, 8);
  if (event)
    // CHECK: error: byte 8 is outside of the slice, which has 8 bytes
    event[AT] = 1;
  bpf_ringbuf_submit_dynptr(&ptr, 0);
  return 2;
}
// KERNEL-DAG: slice: rejected:
// FIXED-DAG: slice: loads
char license[] SEC("license") = "GPL";
// CHECK: 3 errors generated
