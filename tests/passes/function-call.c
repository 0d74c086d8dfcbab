// -Wbpf-function-call: a call that is left where the kernel takes none; none of a kernel that takes calls.
// RUN: not %bpfcc --kernel=4.15 -c %s -o %t.o 2>&1 | FileCheck %s
// RUN: %bpfcc --kernel=4.16 -c %s -o %t.o 2>&1 | count 0
static __attribute__((noinline)) int apart(volatile int *value) { return *value; }
__attribute__((section("xdp"))) int program(void *context) {
  int local = 1;
  // CHECK: function-call.c:[[@LINE+2]]:10: error: the call of 'apart' is left; kernel 4.15 with loader libbpf takes no calls between functions [-Wbpf-function-call]
  // CHECK: note: remove noinline from 'apart'
  return apart(&local);
}
