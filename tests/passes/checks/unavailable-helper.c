// A helper is for programs of some types; the kernel says the same. One that may sleep is for programs that may.
// REQUIRES: bpf-load
// RUN: not %bpfcc %s -o %t.o 2>&1 | FileCheck %s
// RUN: %bpfcc -Wno-bpf-unavailable-helper %s -o %t.o && kernel-says %t.o | FileCheck %s --check-prefix=KERNEL
// RUN: %bpfcc -Werror -DFIXED %s -o %t.o && kernel-says %t.o | FileCheck %s --check-prefix=FIXED
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>
#ifndef FIXED
SEC("tc") int another_type(struct __sk_buff *skb) {
  __u64 bytes;
  // CHECK: unavailable-helper.c:[[@LINE+2]]:10: error: bpf_xdp_load_bytes() is not for programs in section 'tc' [-Wbpf-unavailable-helper]
  // CHECK: note: use bpf_skb_load_bytes()
  return bpf_xdp_load_bytes((struct xdp_md *)skb, 0, &bytes, sizeof bytes);
}
// KERNEL-DAG: another_type: rejected: {{.*}}bpf_xdp_load_bytes
SEC("kprobe/f") int not_sleeping(void *ctx) {
  __u64 bytes;
  // CHECK: [[@LINE+2]]:10: error: bpf_copy_from_user() may sleep, but a program in section 'kprobe/f' may not
  // CHECK: note: use bpf_probe_read_user()
  return bpf_copy_from_user(&bytes, sizeof bytes, ctx);
}
// KERNEL-DAG: not_sleeping: rejected: {{.*sleep|.*bpf_copy_from_user}}
static __attribute__((noinline)) long reached(void *ctx) {
  // CHECK: [[@LINE+3]]:10: error: bpf_redirect_peer() is not for programs in section 'xdp'
  // CHECK: note: use bpf_redirect()
  // CHECK: note: program 'calls' reaches 'reached'
  return bpf_redirect_peer(1, 0);
}
SEC("xdp") int calls(struct xdp_md *ctx) { return reached(ctx); }
// KERNEL-DAG: calls: rejected: {{.*}}bpf_redirect_peer
#endif
// CHECK-NOT: {{(error|warning):}}
SEC("tc") int fixed(struct __sk_buff *skb) {
  __u64 bytes;
  return bpf_skb_load_bytes(skb, 0, &bytes, sizeof bytes);
}
SEC("xdp") int its_type(struct xdp_md *ctx) {
  __u64 bytes;
  return bpf_xdp_load_bytes(ctx, 0, &bytes, sizeof bytes);
}
SEC("kprobe/f") int reads_user(void *ctx) {
  __u64 bytes;
  return bpf_probe_read_user(&bytes, sizeof bytes, ctx);
}
char license[] SEC("license") = "GPL";
// CHECK: 3 errors generated
// FIXED-DAG: fixed: loads
// FIXED-DAG: its_type: loads
// FIXED-DAG: reads_user: loads
