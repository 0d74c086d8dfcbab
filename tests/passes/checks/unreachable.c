// Where C gives a path no meaning the compiler removes what follows, and the kernel rejects what is left.
// REQUIRES: bpf-load
// RUN: not %bpfcc -Wno-everything %s -o %t.o 2>&1 | FileCheck %s
// RUN: %bpfcc -Wno-everything -Wno-bpf-unreachable %s -o %t.o && kernel-says %t.o | FileCheck %s --check-prefix=KERNEL
// RUN: %bpfcc -Werror -DFIXED %s -o %t.o && kernel-says %t.o | FileCheck %s --check-prefix=FIXED
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>
#ifndef FIXED
SEC("xdp") int trap(struct xdp_md *ctx) {
  // CHECK: unreachable.c:[[@LINE+1]]:{{.*}}: error: 'trap' does not return here: the compiler removed the rest [-Wbpf-unreachable]
  __builtin_unreachable();
}
// KERNEL-DAG: trap: rejected:
SEC("xdp") int end(struct xdp_md *ctx) {
  // CHECK: unreachable.c:[[@LINE+1]]:{{.*}}: error: 'end' returns a value that is never set
}
// KERNEL-DAG: end: rejected:
SEC("xdp") int divide(struct xdp_md *ctx) {
  // CHECK: unreachable.c:[[@LINE+1]]:{{.*}}: error: 'divide' returns a value that is never set
  return ctx->rx_queue_index / 0;
}
// KERNEL-DAG: divide: rejected:
#endif
// CHECK-NOT: {{(error|warning):}}
SEC("xdp") int fixed(struct xdp_md *ctx) {
  switch (ctx->rx_queue_index & 1) {
  case 0:
    return XDP_DROP;
  case 1:
    return XDP_PASS;
  }
  __builtin_unreachable();
}
char license[] SEC("license") = "GPL";
// CHECK: 3 errors generated
// FIXED: fixed: loads
