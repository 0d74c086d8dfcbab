// iproute2's own loader relocates maps only: what cannot be inlined is an error at the call.
// RUN: rm -rf %t && mkdir %t && cd %t
// RUN: rejects 1 %bpfcc --loader=iproute2-legacy %s | FileCheck %s
// RUN: %bpfcc --loader=iproute2 %s
// RUN: ls loader-without-calls.o
static __attribute__((noinline)) int callee(long *value) { return *(volatile long *)value; }
__attribute__((section("xdp"))) int caller(void *context) {
  long local = 1;
  // CHECK: loader-without-calls.c:[[@LINE+2]]:10: error: the call of 'callee' was not inlined, and kernel {{.*}} with loader iproute2-legacy does not support calls between functions [-Wbpf-function-call]
  // CHECK: note: remove noinline from 'callee'
  return callee(&local);
}
