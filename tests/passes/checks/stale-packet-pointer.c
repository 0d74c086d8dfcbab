// A packet pointer is stale after a helper that may move the packet; read and compared again it is not.
// REQUIRES: bpf-load
// RUN: not %bpfcc -I%S/../Inputs -c %s -o %t.o 2>&1 | FileCheck %s
// RUN: %bpfcc -I%S/../Inputs -Wno-bpf-stale-packet-pointer -c %s -o %t.o
// RUN: kernel-says %t.o | FileCheck %s --check-prefix=REJECTED
// RUN: %bpfcc -I%S/../Inputs -DREPAIRED -Werror -c %s -o %t.o
// RUN: kernel-says %t.o | FileCheck %s --check-prefix=LOADS
#include "packet.h"
SEC("tc") int program(struct __sk_buff *skb) {
  READ_IP(skb)
  __u8 service = ip->tos;
  // CHECK: stale-packet-pointer.c:[[@LINE+10]]:14: error: 'ip' points into the packet and is invalid after bpf_skb_store_bytes() [-Wbpf-stale-packet-pointer]
  // CHECK: stale-packet-pointer.c:[[@LINE+1]]:3: note: bpf_skb_store_bytes() may move the packet
  bpf_skb_store_bytes(skb, 20, &service, 1, 0);
#ifdef REPAIRED
  data = (void *)(long)skb->data;
  end = (void *)(long)skb->data_end;
  ip = data + ETH_HLEN;
  if ((void *)(ip + 1) > end)
    return 0;
#endif
  return ip->protocol;
  // CHECK: note: after the call, reload data and data_end from the context
}
// REJECTED: program: rejected: R6 invalid mem access 'scalar'
// LOADS: program: loads
