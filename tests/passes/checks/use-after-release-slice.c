// A slice of a dynptr is used after what ends it: the end of the dynptr, a write to it, a call that moves the packet; and
// a dynptr before it is made. The kernel says the same of each program.
// REQUIRES: bpf-load
// RUN: not %bpfcc %s -o %t.o 2>&1 | FileCheck %s
// RUN: %bpfcc -Wno-bpf-use-after-release %s -o %t.o && kernel-says %t.o | FileCheck %s --check-prefix=KERNEL
// RUN: %bpfcc -Werror -DFIXED %s -o %t.o && kernel-says %t.o | FileCheck %s --check-prefix=FIXED
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>
struct {
  __uint(type, BPF_MAP_TYPE_RINGBUF);
  __uint(max_entries, 4096);
} ring SEC(".maps");
extern int bpf_dynptr_from_skb(struct __sk_buff *skb, __u64 flags, struct bpf_dynptr *ptr) __ksym;
extern int bpf_dynptr_from_xdp(struct xdp_md *xdp, __u64 flags, struct bpf_dynptr *ptr) __ksym;
extern void *bpf_dynptr_slice(const struct bpf_dynptr *ptr, __u32 offset, void *buffer, __u32 buffer__szk) __ksym;
#ifdef FIXED
#define USE(statement)
#define ONLY_IF_FIXED(statement) statement
#else
#define USE(statement) statement
#define ONLY_IF_FIXED(statement)
#endif

SEC("tc") int record(struct __sk_buff *skb) {
  struct bpf_dynptr ptr;
  volatile __u64 *event;
  bpf_ringbuf_reserve_dynptr(&ring, 8, 0, &ptr);
  event = bpf_dynptr_data(&ptr, 0, 8);
  if (event)
    *event = skb->ifindex;
  bpf_ringbuf_submit_dynptr(&ptr, 0);
  // CHECK: error: 'event' is used after bpf_ringbuf_submit_dynptr() [-Wbpf-use-after-release]
  // CHECK: use-after-release-slice.c:[[@LINE-2]]:3: note: it ends with this call of bpf_ringbuf_submit_dynptr()
  USE(if (event) *event = 2);
  return 0;
}
// KERNEL-DAG: record: rejected:
// FIXED-DAG: record: loads

SEC("tc") int written(struct __sk_buff *skb) {
  struct bpf_dynptr ptr;
  char buffer[14] = {}, byte = 1;
  bpf_dynptr_from_skb(skb, 0, &ptr);
  volatile char *start = bpf_dynptr_slice(&ptr, 0, buffer, sizeof buffer);
  if (!start)
    return 0;
  bpf_dynptr_write(&ptr, 0, &byte, 1, 0);
  // CHECK: error: 'start' is used after bpf_dynptr_write()
  USE(return *start);
  return 0;
}
// KERNEL-DAG: written: rejected:
// FIXED-DAG: written: loads

// The packet of XDP stays where it is.
SEC("xdp") int written_xdp(struct xdp_md *ctx) {
  struct bpf_dynptr ptr;
  char buffer[14] = {}, byte = 1;
  bpf_dynptr_from_xdp(ctx, 0, &ptr);
  volatile char *start = bpf_dynptr_slice(&ptr, 0, buffer, sizeof buffer);
  if (!start)
    return 0;
  bpf_dynptr_write(&ptr, 0, &byte, 1, 0);
  return *start;
}
// KERNEL-DAG: written_xdp: loads
// FIXED-DAG: written_xdp: loads

SEC("xdp") int moved(struct xdp_md *ctx) {
  struct bpf_dynptr ptr;
  char buffer[14] = {};
  bpf_dynptr_from_xdp(ctx, 0, &ptr);
  volatile char *start = bpf_dynptr_slice(&ptr, 0, buffer, sizeof buffer);
  if (!start || bpf_xdp_adjust_head(ctx, -14))
    return 0;
  // CHECK: error: 'start' is used after bpf_xdp_adjust_head()
  USE(return *start);
  return 0;
}
// KERNEL-DAG: moved: rejected:
// FIXED-DAG: moved: loads

extern int bpf_dynptr_clone(const struct bpf_dynptr *ptr, struct bpf_dynptr *clone) __ksym;
SEC("xdp") int clone(struct xdp_md *ctx) {
  struct bpf_dynptr ptr, other;
  bpf_ringbuf_reserve_dynptr(&ring, 8, 0, &ptr);
  bpf_dynptr_clone(&ptr, &other);
  volatile char *start = bpf_dynptr_data(&other, 0, 8);
  bpf_ringbuf_submit_dynptr(&ptr, 0);
  // CHECK: error: 'start' is used after bpf_ringbuf_submit_dynptr()
  USE(return start ? *start : 0);
  return 0;
}
// KERNEL-DAG: clone: rejected:
// FIXED-DAG: clone: loads

SEC("xdp") int never_made(struct xdp_md *ctx) {
  struct bpf_dynptr ptr;
  // CHECK: error: 'ptr' is used, but no function of the kernel has made it
  ONLY_IF_FIXED(bpf_ringbuf_reserve_dynptr(&ring, 8, 0, &ptr));
  bpf_ringbuf_submit_dynptr(&ptr, 0);
  return 0;
}
// KERNEL-DAG: never_made: rejected:
// FIXED-DAG: never_made: loads

SEC("xdp") int twice(struct xdp_md *ctx) {
  struct bpf_dynptr ptr;
  bpf_ringbuf_reserve_dynptr(&ring, 8, 0, &ptr);
  bpf_ringbuf_submit_dynptr(&ptr, 0);
  // CHECK: error: 'ptr' is released again after bpf_ringbuf_submit_dynptr()
  USE(bpf_ringbuf_discard_dynptr(&ptr, 0));
  return 0;
}
// KERNEL-DAG: twice: rejected:
// FIXED-DAG: twice: loads
char license[] SEC("license") = "GPL";
// CHECK: 6 errors generated
