// A tail call in the program itself leaves its pointers valid, since it did not happen where the program goes on: the
// kernel knows that from 6.18 on. In a function, static or global, it counts for the callers.
// REQUIRES: bpf-load
// RUN: %bpfcc -I%S/../Inputs -c %s -o %t.o 2>&1 -Wno-error=bpf-stale-packet-pointer | FileCheck %s --implicit-check-not=warning:
// RUN: kernel-says %t.o | FileCheck %s --check-prefix=KERNEL
// RUN: %bpfcc -I%S/../Inputs -Werror --kernel=6.12 -c %s -o %t.o
// RUN: %bpfcc -I%S/../Inputs --kernel=6.17 -c %s -o %t.o 2>&1 -Wno-error=bpf-stale-packet-pointer | FileCheck %s --check-prefixes=CHECK,MISSED
#include "packet.h"
struct {
  __uint(type, BPF_MAP_TYPE_PROG_ARRAY);
  __uint(max_entries, 4);
  __type(key, __u32);
  __type(value, __u32);
} next SEC(".maps");
SEC("tc") int in_program(struct __sk_buff *skb) {
  READ_IP(skb)
  bpf_tail_call(skb, &next, 0);
  // MISSED: stale-packet-pointer-tail-call.c:[[@LINE+1]]:{{[0-9]+}}: warning: 'ip' points into the packet and is invalid after bpf_tail_call()
  return ip->protocol;
}
__attribute__((noinline)) int go_on(struct __sk_buff *skb) {
  bpf_tail_call(skb, &next, 0);
  return 1;
}
SEC("tc") int in_global(struct __sk_buff *skb) {
  READ_IP(skb)
  int missed = go_on(skb);
  // CHECK: stale-packet-pointer-tail-call.c:[[@LINE+1]]:{{[0-9]+}}: warning: 'ip' points into the packet and is invalid after bpf_tail_call()
  return ip->protocol + missed;
}
static __attribute__((noinline)) int go_on_here(struct __sk_buff *skb) {
  bpf_tail_call(skb, &next, 0);
  return 1;
}
SEC("tc") int in_static(struct __sk_buff *skb) {
  READ_IP(skb)
  int missed = go_on_here(skb);
  // CHECK: stale-packet-pointer-tail-call.c:[[@LINE+1]]:{{[0-9]+}}: warning: 'ip' points into the packet and is invalid after bpf_tail_call()
  return ip->protocol + missed;
}
// KERNEL-DAG: in_program: loads
// KERNEL-DAG: in_static: rejected: R6 invalid mem access 'scalar'
// KERNEL-DAG: in_global: rejected: R6 invalid mem access 'scalar'
