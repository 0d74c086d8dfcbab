// A callback continues or ends what calls it with 0 or 1, whatever the program may return.
// REQUIRES: bpf-load
// RUN: not %bpfcc %s -o %t.o 2>&1 | FileCheck %s
// RUN: %bpfcc -Wno-bpf-return-value %s -o %t.o && kernel-says %t.o | FileCheck %s --check-prefix=KERNEL
// RUN: %bpfcc -Werror -DSTOP=1 %s -o %t.o && kernel-says %t.o | FileCheck %s --check-prefix=FIXED
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>
#ifndef STOP
#define STOP 2
#endif
static long step(__u32 index, void *ctx) {
  // CHECK: return-value-callback.c:[[@LINE+1]]:13: error: 'step' returns 2; the kernel accepts 0 to 1 from this callback
  if (index == 3)
    return STOP;
  return 0;
}
SEC("xdp") int program(struct xdp_md *ctx) {
  // CHECK: return-value-callback.c:[[@LINE+1]]:3: note: it is handed over here
  bpf_loop(10, step, 0, 0);
  return XDP_PASS;
}
char license[] SEC("license") = "GPL";
// CHECK: 1 error generated
// KERNEL-DAG: program: rejected:
// FIXED-DAG: program: loads
