// A kfunc is for programs of some types; the kernel says the same.
// REQUIRES: bpf-load, vmlinux-btf
// RUN: not %bpfcc %s -o %t.o 2>&1 | FileCheck %s
// RUN: %bpfcc -Wno-bpf-unavailable-kfunc %s -o %t.o && kernel-says %t.o | FileCheck %s --check-prefix=KERNEL
// RUN: %bpfcc -Werror -DFIXED %s -o %t.o && kernel-says %t.o | FileCheck %s --check-prefix=FIXED
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>
extern int bpf_dynptr_from_xdp(struct xdp_md *ctx, __u64 flags, struct bpf_dynptr *dynptr) __ksym;
extern void bpf_rcu_read_lock(void) __ksym;
extern void bpf_rcu_read_unlock(void) __ksym;
#ifndef FIXED
SEC("tc") int another_type(struct __sk_buff *skb) {
  struct bpf_dynptr dynptr;
  // CHECK: unavailable-kfunc.c:[[@LINE+2]]:10: error: bpf_dynptr_from_xdp() is not for programs in section 'tc' [-Wbpf-unavailable-kfunc]
  // CHECK: note: it is for programs of type XDP
  return bpf_dynptr_from_xdp((struct xdp_md *)skb, 0, &dynptr);
}
// KERNEL-DAG: another_type: rejected:
#endif
// CHECK-NOT: {{(error|warning):}}
SEC("tc") int every_type(struct __sk_buff *skb) {
  bpf_rcu_read_lock();
  bpf_rcu_read_unlock();
  return 0;
}
char license[] SEC("license") = "GPL";
// CHECK: 1 error generated
// FIXED-DAG: every_type: loads
