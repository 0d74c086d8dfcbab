// A pointer is used after what it points to was given back. The kernel says the same of each program.
// REQUIRES: bpf-load
// RUN: not %bpfcc %s -o %t.o 2>&1 | FileCheck %s
// RUN: %bpfcc -Wno-bpf-use-after-release %s -o %t.o && kernel-says %t.o | FileCheck %s --check-prefix=KERNEL
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
#define USE(statement)
#else
#define USE(statement) statement
#endif

SEC("xdp") int record(struct xdp_md *ctx) {
  __u64 *event = bpf_ringbuf_reserve(&ring, sizeof *event, 0);
  if (!event)
    return 1;
  *event = 1;
  // CHECK: use-after-release.c:[[@LINE+3]]:14: error: 'event' is used after bpf_ringbuf_submit() [-Wbpf-use-after-release]
  // CHECK: use-after-release.c:[[@LINE+1]]:3: note: it ends with this call of bpf_ringbuf_submit()
  bpf_ringbuf_submit(event, 0);
  USE(*event = 2);
  return 2;
}
// KERNEL-DAG: record: rejected:
// FIXED-DAG: record: loads

SEC("xdp") int twice(struct xdp_md *ctx) {
  __u64 *event = bpf_ringbuf_reserve(&ring, sizeof *event, 0);
  if (!event)
    return 1;
  *event = 1;
  bpf_ringbuf_submit(event, 0);
  // CHECK: error: 'event' is released again after bpf_ringbuf_submit()
  USE(bpf_ringbuf_discard(event, 0));
  return 2;
}
// KERNEL-DAG: twice: rejected:
// FIXED-DAG: twice: loads

SEC("tc") int socket(struct __sk_buff *skb) {
  int state = 0;
  struct bpf_sock_tuple tuple = {};
  struct bpf_sock *sk = bpf_sk_lookup_tcp(skb, &tuple, sizeof tuple.ipv4, BPF_F_CURRENT_NETNS, 0);
  if (!sk)
    return 0;
  bpf_sk_release(sk);
  // CHECK: error: 'sk' is used after bpf_sk_release()
  USE(state = sk->state);
  return state;
}
// KERNEL-DAG: socket: rejected:
// FIXED-DAG: socket: loads

// A deleted element is none: the memory stays until the program has ended.
SEC("xdp") int deleted(struct xdp_md *ctx) {
  __u32 key = ctx->rx_queue_index;
  struct value *value = bpf_map_lookup_elem(&table, &key);
  if (!value)
    return 1;
  bpf_map_delete_elem(&table, &key);
  value->number = 1;
  return 2;
}
// KERNEL-DAG: deleted: loads
char license[] SEC("license") = "GPL";
// CHECK: 3 errors generated
