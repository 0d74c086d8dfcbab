// What is left to call on a kernel without calls is an error at the call, before any code is made.
// RUN: rm -rf %t && mkdir %t && cd %t
// RUN: rejects 1 %bpfcc --kernel=4.15 %s | FileCheck %s
static __attribute__((noinline)) int apart(volatile int *value) { return *value; }
__attribute__((section("xdp"))) int program(void *context) {
  int local = 1;
  // CHECK: inline-kernel-rejects-call.c:[[@LINE+1]]:10: error: the call of 'apart' was not inlined, and kernel 4.15 with loader libbpf does not support calls between functions [-Wbpf-function-call]
  return apart(&local);
}
