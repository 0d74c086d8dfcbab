// A pointer that is stale on some paths only may be excluded by conditions that belong together: a warning.
// REQUIRES: bpf-load
// RUN: %bpfcc -I%S/../Inputs -c %s -o %t.o 2>&1 | FileCheck %s --implicit-check-not=error
// RUN: kernel-says %t.o | FileCheck %s --check-prefix=KERNEL
#include "packet.h"
SEC("tc") int program(struct __sk_buff *skb) {
  READ_IP(skb)
  if (skb->mark == 7)
    bpf_skb_pull_data(skb, 60);
  // CHECK: stale-packet-pointer-some-ways.c:[[@LINE+1]]:14: warning: 'ip' points into the packet and is invalid after bpf_skb_pull_data()
  return ip->protocol;
}
// KERNEL: program: rejected
