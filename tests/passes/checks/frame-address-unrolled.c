// Copies that unrolling made are one Finding, also where LLVM merged their places.
// RUN: not %bpfcc %s -o %t.o 2>&1 | FileCheck %s
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>
static long caller(void) { return (long)__builtin_return_address(0); }
SEC("xdp") int prog(struct xdp_md *ctx) {
  long sum = 0;
#pragma unroll
  for (int i = 0; i < 4; i++)
    sum += caller() >> i;
  return sum & 1;
}
// CHECK: error: '__builtin_return_address' has no meaning
// CHECK-NOT: error: '__builtin
// CHECK: 1 error generated.
