// What a global function is given by address has to be written where the kernel does not let all be read: it is verified on its own.
// REQUIRES: bpf-load, root
// RUN: not %bpfcc --capabilities=bpf,net_admin -c %s -o %t.o 2>&1 | FileCheck %s
// RUN: %bpfcc -Werror -c %s -o %t.o
// RUN: kernel-says %t.o | FileCheck %s --check-prefix=LOADS
// RUN: setpriv --bounding-set=-perfmon,-sys_admin --inh-caps=-perfmon,-sys_admin kernel-says %t.o | FileCheck %s --check-prefix=REJECTED
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>
struct limits {
  __u64 low, high;
};
__attribute__((noinline)) int within(struct limits *limits) { return limits && limits->low < limits->high; }
SEC("xdp") int program(struct xdp_md *ctx) {
  struct limits own;
  own.low = ctx->ingress_ifindex;
  // CHECK: padding-global-function.c:[[@LINE+2]]:10: error: within() reads 8 bytes in 'high' of 'own' that are never initialized
  // CHECK: note: the kernel may reject reading uninitialized stack
  return within(&own);
}
// LOADS: program: loads
// REJECTED: program: rejected
char license[] SEC("license") = "GPL";
