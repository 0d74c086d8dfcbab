// Global variables are for kernels from 5.2 on, and for loaders that make maps of sections. One that is folded away is none.
// REQUIRES: bpf-load
// RUN: %bpfcc --kernel=5.2 -Werror -c %s -o %t.o && kernel-says %t.o | FileCheck %s --check-prefix=LOADS
// RUN: not %bpfcc --kernel=5.1 -c %s -o %t.o 2>&1 | FileCheck %s -DTARGET="kernel 5.1 with loader libbpf"
// RUN: not %bpfcc --kernel=6.1 --loader=iproute2-legacy -c %s -o %t.o 2>&1 | FileCheck %s -DTARGET="kernel 6.1 with loader iproute2-legacy"
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>
static __u64 packets;
static int verdict = XDP_PASS;
SEC("xdp") int program(struct xdp_md *ctx) {
  // CHECK: global-variable.c:[[@LINE+3]]:10: error: 'packets' is a global variable, which [[TARGET]] does not support [-Wbpf-global-variable]
  // CHECK: global-variable.c:[[@LINE-4]]:1: note: 'packets' is declared here
  // CHECK: note: keep it in an array map
  packets++;
  return verdict;
}
// CHECK: 1 error generated
// LOADS: program: loads
