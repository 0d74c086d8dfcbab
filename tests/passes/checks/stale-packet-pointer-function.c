// What a called function does to the packet counts: a static one always, a global one from 6.13 on. The chain is reported.
// REQUIRES: bpf-load
// RUN: not %bpfcc -I%S/../Inputs -DLINKAGE=static -c %s -o %t.o 2>&1 | FileCheck %s
// RUN: not %bpfcc -I%S/../Inputs --kernel=6.13 -DLINKAGE= -c %s -o %t.o 2>&1 | FileCheck %s
// RUN: %bpfcc -I%S/../Inputs --kernel=6.12 -DLINKAGE= -c %s -o %t.o 2>&1 | FileCheck %s --check-prefix=OLD
// RUN: kernel-says %t.o | FileCheck %s --check-prefix=REJECTED
// RUN: %bpfcc -I%S/../Inputs -DLINKAGE=static -Wno-bpf-stale-packet-pointer -c %s -o %t.o
// RUN: kernel-says %t.o | FileCheck %s --check-prefix=REJECTED
#include "packet.h"
LINKAGE __attribute__((noinline)) int make_room(struct __sk_buff *skb) { return bpf_skb_pull_data(skb, 60); }
SEC("tc") int program(struct __sk_buff *skb) {
  READ_IP(skb)
  // CHECK: stale-packet-pointer-function.c:[[@LINE+4]]:{{[0-9]+}}: error: 'ip' points into the packet and is invalid after bpf_skb_pull_data()
  // CHECK: stale-packet-pointer-function.c:[[@LINE+2]]:{{[0-9]+}}: note: 'make_room' calls bpf_skb_pull_data(), which may move the packet
  // OLD: warning: 'ip' points into the packet and is invalid after bpf_skb_pull_data()
  int failed = make_room(skb);
  return ip->protocol + failed;
}
// REJECTED: program: rejected: R6 invalid mem access 'scalar'
