// A path leaves the program with a record, a socket or a lock. The kernel says the same of each program.
// REQUIRES: bpf-load
// RUN: not %bpfcc %s -o %t.o 2>&1 | FileCheck %s
// RUN: %bpfcc -Wno-bpf-unreleased %s -o %t.o && kernel-says %t.o | FileCheck %s --check-prefix=KERNEL
// RUN: %bpfcc -Werror -DFIXED %s -o %t.o && kernel-says %t.o | FileCheck %s --check-prefix=FIXED
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>
struct value { struct bpf_spin_lock lock; __u64 number; };
struct {
  __uint(type, BPF_MAP_TYPE_HASH);
  __uint(max_entries, 16);
  __type(key, __u32);
  __type(value, struct value);
} table SEC(".maps");
struct {
  __uint(type, BPF_MAP_TYPE_RINGBUF);
  __uint(max_entries, 4096);
} ring SEC(".maps");
#ifdef FIXED
#define RELEASE(call) call
#else
#define RELEASE(call)
#endif

SEC("xdp") int record(struct xdp_md *ctx) {
  __u64 *event = bpf_ringbuf_reserve(&ring, sizeof *event, 0);
  if (!event)
    return 1;
  *event = ctx->rx_queue_index;
  // CHECK: unreleased.c:[[@LINE+1]]:28: error: 'event' is not released on a path that ends here [-Wbpf-unreleased]
  if (ctx->ingress_ifindex == 3) {
    RELEASE(bpf_ringbuf_discard(event, 0));
    return 1;
  }
  bpf_ringbuf_submit(event, 0);
  // CHECK: unreleased.c:[[@LINE-10]]:18: note: bpf_ringbuf_reserve() is called here
  // CHECK: note: call bpf_ringbuf_submit() or bpf_ringbuf_discard() before each return
  return 2;
}
// KERNEL-DAG: record: rejected:
// FIXED-DAG: record: loads

SEC("xdp") int never(struct xdp_md *ctx) {
  __u64 *event = bpf_ringbuf_reserve(&ring, sizeof *event, 0);
  if (!event)
    return 1;
  *event = ctx->rx_queue_index;
  RELEASE(bpf_ringbuf_submit(event, 0));
  // CHECK: error: 'event' is not released on a path that ends here
  return 2;
}
// KERNEL-DAG: never: rejected:
// FIXED-DAG: never: loads

SEC("tc") int socket(struct __sk_buff *skb) {
  struct bpf_sock_tuple tuple = {};
  struct bpf_sock *sk = bpf_sk_lookup_tcp(skb, &tuple, sizeof tuple.ipv4, BPF_F_CURRENT_NETNS, 0);
  if (!sk)
    return 0;
  // CHECK: error: 'sk' is not released on a path that ends here
  if (sk->state == 3) {
    RELEASE(bpf_sk_release(sk));
    return 0;
  }
  bpf_sk_release(sk);
  // CHECK: note: call bpf_sk_release() before each return
  return 2;
}
// KERNEL-DAG: socket: rejected:
// FIXED-DAG: socket: loads

SEC("tc") int lock(struct __sk_buff *skb) {
  __u32 key = skb->ifindex;
  struct value *value = bpf_map_lookup_elem(&table, &key);
  if (!value)
    return 0;
  bpf_spin_lock(&value->lock);
  // CHECK: error: a path that ends here has called bpf_spin_lock(), and not bpf_spin_unlock()
  if (value->number > 100) {
    RELEASE(bpf_spin_unlock(&value->lock));
    return 0;
  }
  value->number++;
  bpf_spin_unlock(&value->lock);
  return 0;
}
// KERNEL-DAG: lock: rejected:
// FIXED-DAG: lock: loads
char license[] SEC("license") = "GPL";
// CHECK: 4 errors generated
