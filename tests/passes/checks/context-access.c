// Which members of the context a program may read or write, and how many bytes at once, depends on its type.
// REQUIRES: bpf-load
// RUN: not %bpfcc %s -o %t.o 2>&1 | FileCheck %s
// RUN: %bpfcc -Wno-bpf-context-access %s -o %t.o && kernel-says %t.o | FileCheck %s --check-prefix=KERNEL
// RUN: %bpfcc -Werror -DFIXED %s -o %t.o && kernel-says %t.o | FileCheck %s --check-prefix=FIXED
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>
#ifndef FIXED
SEC("tc") int writes(struct __sk_buff *skb) {
  // CHECK: context-access.c:[[@LINE+1]]:12: error: 'len' of struct __sk_buff cannot be written by programs in section 'tc' [-Wbpf-context-access]
  skb->len = 0;
  // CHECK: note: it can be read
  return 0;
}
// KERNEL-DAG: writes: rejected: invalid bpf_context access
SEC("tc") int reads(struct __sk_buff *skb) {
  // CHECK: context-access.c:[[@LINE+1]]:15: error: 'remote_ip4' of struct __sk_buff cannot be read by programs in section 'tc'
  return skb->remote_ip4;
}
// KERNEL-DAG: reads: rejected: invalid bpf_context access
SEC("xdp") int too_wide(struct xdp_md *ctx) {
  // CHECK: context-access.c:[[@LINE+1]]:10: error: 'rx_queue_index' of struct xdp_md has 4 bytes, but 8 are read at byte 0 of it
  return ((__u64 *)ctx)[2] == 1;
}
// KERNEL-DAG: too_wide: rejected: invalid bpf_context access
SEC("xdp") int no_member(struct xdp_md *ctx) {
  // CHECK: context-access.c:[[@LINE+1]]:10: error: struct xdp_md, which programs in section 'xdp' are called with, has no member at byte 64
  return ((__u32 *)ctx)[16];
}
// KERNEL-DAG: no_member: rejected: invalid bpf_context access
#endif
// CHECK-NOT: {{(error|warning):}}
SEC("tc") int fixed(struct __sk_buff *skb) {
  skb->mark = skb->len;
  skb->cb[1] = 1;
  return 0;
}
SEC("xdp") int its_width(struct xdp_md *ctx) { return ctx->ingress_ifindex == 1; }
SEC("xdp") int in_parts(struct xdp_md *ctx) { return *(__u64 *)&ctx->ingress_ifindex == 1; }
SEC("sk_skb") int another_type(struct __sk_buff *skb) { return skb->remote_ip4 == 1; }
char license[] SEC("license") = "GPL";
// CHECK: 4 errors generated
// FIXED-DAG: fixed: loads
// FIXED-DAG: its_width: loads
// FIXED-DAG: in_parts: loads
// FIXED-DAG: another_type: loads
