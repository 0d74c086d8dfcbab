// LLVM's own words for too many arguments hold an address; bpfcc's do not.
// RUN: not %bpfcc -Wno-bpf-argument-count %s -o %t.o 2>&1 | FileCheck %s --implicit-check-not=0x
// CHECK: llvm-error-address.c:{{[0-9]+}}:{{[0-9]+}}: error: {{.*}}too many arguments
static __attribute__((noinline)) int six(int a, int b, int c, int d, int e, volatile int *f) {
  return a + b * 2 + c * 3 + d * 4 + e * 5 + *f;
}
__attribute__((section("xdp"))) int prog(int *context) {
  int last = 6;
  return six(context[0], context[1], context[2], context[3], context[4], &last);
}
