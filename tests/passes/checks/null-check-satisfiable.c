// Several tests of the same data come before the use: an error only if one value passes all of them. The kernel says
// the same of each program.
// REQUIRES: bpf-load
// RUN: not %bpfcc %s -o %t.o 2>&1 | FileCheck %s
// RUN: %bpfcc -Wno-bpf-null-check %s -o %t.o && kernel-says %t.o | FileCheck %s --check-prefix=KERNEL
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>
struct {
  __uint(type, BPF_MAP_TYPE_HASH);
  __uint(max_entries, 16);
  __type(key, __u32);
  __type(value, __u64);
} values SEC(".maps");
__u16 port;
__u32 flags;
struct header { __u16 source, target; };

SEC("tc") int one_value(struct __sk_buff *skb) {
  __u32 kind = skb->protocol, key = skb->ifindex;
  __u64 *value = bpf_map_lookup_elem(&values, &key);
  if (kind < 5)
    return 0;
  flags += 1;
  if (kind & 1)
    return 1;
  // CHECK: null-check-satisfiable.c:[[@LINE+1]]:10: error: 'value' may be NULL here [-Wbpf-null-check]
  return *value > 2;
}
// KERNEL-DAG: one_value: rejected:

SEC("tc") int no_value(struct __sk_buff *skb) {
  __u32 kind = skb->protocol, key = skb->ifindex;
  __u64 *value = bpf_map_lookup_elem(&values, &key);
  if (kind > 5) {
    if (!value)
      return 0;
    flags += 1;
  }
  if (kind < 9)
    return 1;
  return *value > 2;
}
// KERNEL-DAG: no_value: loads

SEC("tc") int filled(struct __sk_buff *skb) {
  struct header header;
  __u32 key = skb->ifindex;
  if (bpf_skb_load_bytes(skb, 34, &header, sizeof header))
    return 0;
  __u64 *value = bpf_map_lookup_elem(&values, &key);
  if (!port || header.target != port)
    return 0;
  // CHECK: error: 'value' may be NULL here
  return *value > 2;
}
// KERNEL-DAG: filled: rejected:

SEC("tc") int one_of_two(struct __sk_buff *skb) {
  struct bpf_sock_tuple tuple = {};
  struct bpf_sock *sk;
  if (skb->ifindex == 3)
    sk = bpf_sk_lookup_tcp(skb, &tuple, sizeof tuple.ipv4, BPF_F_CURRENT_NETNS, 0);
  else
    sk = bpf_sk_lookup_udp(skb, &tuple, sizeof tuple.ipv4, BPF_F_CURRENT_NETNS, 0);
  // CHECK: error: 'sk' may be NULL here
  int state = sk->state;
  bpf_sk_release(sk);
  return state;
}
// KERNEL-DAG: one_of_two: rejected:
char license[] SEC("license") = "GPL";
// CHECK: 3 errors generated
