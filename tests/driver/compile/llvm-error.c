// What LLVM itself rejects stands at its line, in words without addresses, and once.
// RUN: rm -rf %t && mkdir %t && cd %t
// RUN: rejects 1 %bpfcc -mcpu=v3 %s | FileCheck %s
// CHECK: llvm-error.c:[[@LINE+1]]:{{[0-9]+}}: error: {{.*}}signed division
__attribute__((section("xdp"))) int prog(int *context) { return context[0] / context[1]; }
