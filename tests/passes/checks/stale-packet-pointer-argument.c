// A stale pointer that is passed to a function, and a pointer that becomes stale in the function it was passed to.
// REQUIRES: bpf-load
// RUN: not %bpfcc -I%S/../Inputs -c %s -o %t.o 2>&1 | FileCheck %s
// RUN: %bpfcc -I%S/../Inputs -Wno-bpf-stale-packet-pointer -c %s -o %t.o
// RUN: kernel-says %t.o | FileCheck %s --check-prefix=REJECTED
#include "packet.h"
static __attribute__((noinline)) int protocol_of(struct iphdr *ip) { return ip->protocol; }
static __attribute__((noinline)) int after_pull(struct __sk_buff *skb, struct iphdr *ip) {
  bpf_skb_pull_data(skb, 60);
  // CHECK-DAG: stale-packet-pointer-argument.c:[[@LINE+1]]:14: error: 'ip' points into the packet and is invalid after bpf_skb_pull_data()
  return ip->ttl;
}
SEC("tc") int hands_stale(struct __sk_buff *skb) {
  READ_IP(skb)
  bpf_skb_pull_data(skb, 60);
  // CHECK-DAG: stale-packet-pointer-argument.c:[[@LINE+1]]:10: error: 'ip' points into the packet and is invalid after bpf_skb_pull_data()
  return protocol_of(ip);
}
SEC("tc") int hands_fresh(struct __sk_buff *skb) {
  READ_IP(skb)
  return after_pull(skb, ip);
}
SEC("tc") int good(struct __sk_buff *skb) {
  READ_IP(skb)
  return protocol_of(ip);
}
// REJECTED-DAG: hands_stale: rejected
// REJECTED-DAG: hands_fresh: rejected
// REJECTED-DAG: good: loads
