// In an inlined function the place is where it was written, and the calls that brought it there follow.
// RUN: not %bpfcc %s -o %t.o 2>&1 | FileCheck %s
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>
// CHECK: [[@LINE+1]]:{{[0-9]+}}: error: '__builtin_return_address' has no meaning
static long caller(void) { return (long)__builtin_return_address(0); }
static long outer(void) { return caller() + 1; }
// CHECK: [[@LINE-1]]:34: note: inlined into 'outer' here
SEC("xdp") int prog(struct xdp_md *ctx) {
  // CHECK: [[@LINE+1]]:10: note: inlined into 'prog' here
  return outer() & 1;
}
// CHECK: 1 error generated.
