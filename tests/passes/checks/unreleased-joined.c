// A pointer is joined with the NULL of an early return, and what a static function returns may be NULL. The kernel says
// the same of each program.
// REQUIRES: bpf-load
// RUN: not %bpfcc %s -o %t.o 2>&1 | FileCheck %s
// RUN: %bpfcc -Wno-bpf-unreleased %s -o %t.o && kernel-says %t.o | FileCheck %s --check-prefix=KERNEL
// RUN: %bpfcc -Werror -DFIXED %s -o %t.o && kernel-says %t.o | FileCheck %s --check-prefix=FIXED
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
#ifdef FIXED
#define RELEASE(call) call
#else
#define RELEASE(call)
#endif

SEC("xdp") int joined(struct xdp_md *ctx) {
  __u64 *event = bpf_ringbuf_reserve(&ring, 8, 0);
  if (event && ctx->rx_queue_index > 3) {
    bpf_ringbuf_discard(event, 0);
    event = 0;
  }
  if (!event)
    return 1;
  if (ctx->ingress_ifindex == 7) {
    RELEASE(bpf_ringbuf_discard(event, 0));
    // CHECK: error: 'event' is not released on a path that ends here [-Wbpf-unreleased]
    return 2;
  }
  bpf_ringbuf_submit(event, 0);
  return 3;
}
// KERNEL-DAG: joined: rejected:
// FIXED-DAG: joined: loads

static __noinline __u64 *lookup(__u32 key) {
  if (bpf_get_prandom_u32() == 3)
    return 0;
  return bpf_map_lookup_elem(&values, &key);
}
SEC("xdp") int behind_function(struct xdp_md *ctx) {
  __u64 *value = lookup(ctx->rx_queue_index), *event;
  if (!value)
    return 1;
  event = bpf_ringbuf_reserve(&ring, 8, 0);
  if (!event)
    return 2;
  *event = *value;
  RELEASE(bpf_ringbuf_submit(event, 0));
  // CHECK: error: 'event' is not released on a path that ends here
  return 3;
}
// KERNEL-DAG: behind_function: rejected:
// FIXED-DAG: behind_function: loads
char license[] SEC("license") = "GPL";
// CHECK: 2 errors generated
