// Members of the context are accessed at constant offsets, where LLVM chooses between addresses. Checks see the same loads.
// REQUIRES: bpf-load
// RUN: %bpfcc -mcpu=v3 -fno-bpf-context-offsets %s -o %t.off.o && kernel-says %t.off.o | FileCheck %s --check-prefix=OFF
// RUN: %bpfcc -mcpu=v3 %s -o %t.o && kernel-says %t.o | FileCheck %s
// RUN: %bpfcc -mcpu=v1 %s -o %t.v1.o && kernel-says %t.v1.o | FileCheck %s
// RUN: %bpfcc -w -O0 -mcpu=v3 %s -o %t.O0.o && kernel-says %t.O0.o | FileCheck %s
// RUN: %bpfcc -mcpu=v3 -S -emit-llvm %s -o - | FileCheck %s --check-prefix=IR
// OFF: sunk: rejected: dereference of modified ctx ptr
// OFF: chosen: rejected: dereference of modified ctx ptr
// CHECK: sunk: loads
// CHECK: chosen: loads
// IR-NOT: {{= c[a]ll i32 @llvm.bpf.getelementptr}}
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>
SEC("tc") int sunk(struct __sk_buff *skb) {
  __u32 result;
  if (skb->len > 100) {
    result = skb->cb[0];
    bpf_printk("large");
    result += skb->mark;
  } else {
    bpf_printk("small");
    result = skb->cb[3];
    result += skb->priority;
  }
  return result;
}
SEC("tc") int chosen(struct __sk_buff *skb) {
  switch (skb->protocol) {
  case 1:
    return skb->cb[0];
  case 2:
    return skb->cb[1];
  case 3:
    return skb->cb[2];
  }
  return skb->cb[3];
}
char _license[] SEC("license") = "GPL";
