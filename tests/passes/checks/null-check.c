// A pointer that may be NULL is used, and no test on the path to it says that it is not. The kernel says the same of each program.
// REQUIRES: bpf-load
// RUN: not %bpfcc %s -o %t.o 2>&1 | FileCheck %s
// RUN: %bpfcc -Wno-bpf-null-check %s -o %t.o && kernel-says %t.o | FileCheck %s --check-prefix=KERNEL
// RUN: %bpfcc -Werror -DFIXED %s -o %t.o && kernel-says %t.o | FileCheck %s --check-prefix=FIXED
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
struct {
  __uint(type, BPF_MAP_TYPE_RINGBUF);
  __uint(max_entries, 4096);
} ring SEC(".maps");
#ifdef FIXED
#define TEST(pointer) if (!pointer) return 1
#else
#define TEST(pointer)
#endif

SEC("xdp") int lookup(struct xdp_md *ctx) {
  __u32 key = ctx->rx_queue_index;
  __u64 *count = bpf_map_lookup_elem(&table, &key);
  TEST(count);
  // CHECK: null-check.c:[[@LINE+1]]:10: error: 'count' may be NULL here
  *count += 1;
  return 2;
}
// KERNEL-DAG: lookup: rejected:
// FIXED-DAG: lookup: loads

SEC("xdp") int goes_on(struct xdp_md *ctx) {
  __u32 key = ctx->rx_queue_index;
  __u64 *count = bpf_map_lookup_elem(&table, &key);
  TEST(count);
  if (!count)
    bpf_printk("nothing");
  *count += 1;
  return 2;
}
// KERNEL-DAG: goes_on: rejected:
// FIXED-DAG: goes_on: loads

SEC("xdp") int another(struct xdp_md *ctx) {
  __u32 key = ctx->rx_queue_index;
  __u64 *first = bpf_map_lookup_elem(&table, &key), *second = bpf_map_lookup_elem(&array, &key);
  if (!first)
    return 1;
  TEST(second);
  *second += *first;
  return 2;
}
// KERNEL-DAG: another: rejected:
// FIXED-DAG: another: loads

SEC("xdp") int record(struct xdp_md *ctx) {
  __u64 *event = bpf_ringbuf_reserve(&ring, sizeof *event, 0);
  TEST(event);
  *event = 1;
  bpf_ringbuf_submit(event, 0);
  return 2;
}
// KERNEL-DAG: record: rejected:
// FIXED-DAG: record: loads

SEC("xdp") int argument(struct xdp_md *ctx) {
  __u32 key = ctx->rx_queue_index;
  __u64 *count = bpf_map_lookup_elem(&table, &key);
  TEST(count);
  bpf_map_update_elem(&array, &key, count, 0);
  return 2;
}
// KERNEL-DAG: argument: rejected:
// FIXED-DAG: argument: loads

SEC("tc") int deep(struct __sk_buff *skb) {
  __u8 *data = (void *)(long)skb->data, *end = (void *)(long)skb->data_end;
  if (data + 14 > end || data[12] != 8)
    return 0;
  if (data + 34 > end)
    return 0;
  __u32 key = data[30];
  __u64 *count = bpf_map_lookup_elem(&table, &key);
  TEST(count);
  if (data[33] == 6)
    *count += 1;
  return 0;
}
// KERNEL-DAG: deep: rejected:
// FIXED-DAG: deep: loads

SEC("xdp") int in_loop(struct xdp_md *ctx) {
  for (int i = 0; i < 4; i++) {
    __u32 key = ctx->rx_queue_index + i;
    __u64 *count = bpf_map_lookup_elem(&table, &key);
    TEST(count);
    *count += 1;
  }
  return 2;
}
// KERNEL-DAG: in_loop: rejected:
// FIXED-DAG: in_loop: loads

// That the first one is found says nothing about the second.
SEC("xdp") int behind_another(struct xdp_md *ctx) {
  __u32 key = ctx->rx_queue_index, zero = 0;
  __u64 *known = bpf_map_lookup_elem(&array, &zero);
  if (!known)
    return 1;
  __u64 *count = bpf_map_lookup_elem(&table, &key);
  TEST(count);
  *count += *known;
  return 2;
}
// KERNEL-DAG: behind_another: rejected:
// FIXED-DAG: behind_another: loads

static __attribute__((noinline)) int add(__u32 key) {
  __u64 *count = bpf_map_lookup_elem(&table, &key);
  TEST(count);
  *count += 1;
  return 0;
}
SEC("xdp") int calls(struct xdp_md *ctx) { return add(ctx->rx_queue_index) + 2; }
// KERNEL-DAG: calls: rejected:
// FIXED-DAG: calls: loads

SEC("tc") int find_socket(struct __sk_buff *skb) {
  struct bpf_sock_tuple tuple = {};
  struct bpf_sock *sk = bpf_sk_lookup_tcp(skb, &tuple, sizeof tuple.ipv4, BPF_F_CURRENT_NETNS, 0);
  TEST(sk);
  int state = sk->state;
  bpf_sk_release(sk);
  return state ? 0 : 2;
}
// KERNEL-DAG: find_socket: rejected:
// FIXED-DAG: find_socket: loads
char license[] SEC("license") = "GPL";
// CHECK: 10 errors generated
