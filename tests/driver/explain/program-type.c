// A helper that programs of this type cannot call, and the section that decides.
// REQUIRES: bpf-load
// RUN: exits 1 %bpfcc -Wno-bpf -Wno-everything --verify %s -o %t.o 2>&1 | FileCheck %s
// RUN: %bpfcc -DREPAIRED -Wno-bpf -Wno-everything --verify %s -o %t.o
// CHECK: error: programs of this type cannot call bpf_skb_store_bytes()
// CHECK: note: 'store' is a program of section 'socket'
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>
#ifdef REPAIRED
SEC("tc")
#else
SEC("socket")
#endif
int store(struct __sk_buff *skb)
{
  int one = 1;
  return bpf_skb_store_bytes(skb, 0, &one, 4, 0) & 1;
}
