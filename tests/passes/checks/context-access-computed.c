// A member of the context is accessed at an offset that the program computes. The kernel says the same.
// REQUIRES: bpf-load
// RUN: not %bpfcc %s -o %t.o 2>&1 | FileCheck %s
// RUN: %bpfcc -Wno-bpf-context-access %s -o %t.o && kernel-says %t.o | FileCheck %s --check-prefix=KERNEL
// RUN: %bpfcc -Werror -DFIXED %s -o %t.o && kernel-says %t.o | FileCheck %s --check-prefix=FIXED
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>
SEC("tc") int program(struct __sk_buff *skb) {
#ifdef FIXED
  return skb->cb[3];
#else
  // CHECK: context-access-computed.c:[[@LINE+1]]:10: error: struct __sk_buff is accessed at an offset that is computed; the kernel accepts only constant ones [-Wbpf-context-access]
  return skb->cb[skb->ifindex & 3];
#endif
}
// KERNEL: program: rejected:
// FIXED: program: loads
char license[] SEC("license") = "GPL";
// CHECK: 1 error generated
