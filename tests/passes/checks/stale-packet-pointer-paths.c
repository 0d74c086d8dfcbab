// Pointers that meet from two paths, each fresh on its own, are no finding, and neither are those read with CO-RE.
// REQUIRES: bpf-load
// RUN: %bpfcc -I%S/../Inputs -Werror -c %s -o %t.o
// RUN: kernel-says %t.o | FileCheck %s
#include "packet.h"
SEC("tc") int pulls_if_short(struct __sk_buff *skb) {
  void *data = (void *)(long)skb->data, *end = (void *)(long)skb->data_end;
  if (data + 34 > end) {
    if (bpf_skb_pull_data(skb, 34))
      return 0;
    data = (void *)(long)skb->data;
    end = (void *)(long)skb->data_end;
    if (data + 34 > end)
      return 0;
  }
  struct iphdr *ip = data + ETH_HLEN;
  return ip->protocol;
}
SEC("tc") int reads_in_a_loop(struct __sk_buff *skb) {
  int sum = 0;
  for (int i = 0; i < 4; ++i) {
    READ_IP(skb)
    sum += ip->protocol;
    bpf_skb_pull_data(skb, 34 + i);
  }
  return sum;
}
// CHECK-DAG: pulls_if_short: loads
// CHECK-DAG: reads_in_a_loop: loads
