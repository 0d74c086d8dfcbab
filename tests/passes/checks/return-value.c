// Of some types of programs the kernel accepts only some values.
// REQUIRES: bpf-load
// RUN: not %bpfcc %s -o %t.o 2>&1 | FileCheck %s
// RUN: %bpfcc -Wno-bpf-return-value %s -o %t.o && kernel-says %t.o | FileCheck %s --check-prefix=KERNEL
// RUN: %bpfcc -Werror -DFIXED %s -o %t.o && kernel-says %t.o | FileCheck %s --check-prefix=FIXED
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>
#ifndef FIXED
SEC("cgroup/connect4") int constant(struct bpf_sock_addr *ctx) {
  // CHECK: return-value.c:[[@LINE+1]]:22: error: 'constant' returns 2; the kernel accepts 0 to 1 from programs in section 'cgroup/connect4' [-Wbpf-return-value]
  if (ctx->user_port == 80)
    return 2;
  return 1;
}
// KERNEL-DAG: constant: rejected:
SEC("cgroup/dev") int unbounded(struct bpf_cgroup_dev_ctx *ctx) {
  // CHECK: return-value.c:[[@LINE+1]]:15: error: 'unbounded' returns a number without bounds; the kernel accepts 0 to 1
  return ctx->major;
}
// KERNEL-DAG: unbounded: rejected:
SEC("sk_lookup") int negative(struct bpf_sk_lookup *ctx) {
  // CHECK: return-value.c:[[@LINE+1]]:3: error: 'negative' returns -1
  return -1;
}
// KERNEL-DAG: negative: rejected:
#endif
// CHECK-NOT: {{(error|warning):}}
SEC("cgroup/dev") int bounded(struct bpf_cgroup_dev_ctx *ctx) {
  __u32 major = ctx->major;
  if (major > 1)
    return 0;
  return major;
}
SEC("cgroup/connect4") int fixed(struct bpf_sock_addr *ctx) { return ctx->user_port == 80 ? 0 : 1; }
SEC("xdp") int anything(struct xdp_md *ctx) { return 77; }
const volatile int strict = 0;
SEC("cgroup/connect4") int configured(struct bpf_sock_addr *ctx) { return strict ? 2 : 1; }
char license[] SEC("license") = "GPL";
// CHECK: 3 errors generated
// FIXED-DAG: bounded: loads
// FIXED-DAG: fixed: loads
// FIXED-DAG: anything: loads
// FIXED-DAG: configured: loads
