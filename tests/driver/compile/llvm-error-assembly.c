// An instruction of another machine in inline assembly is an error at its line.
// RUN: rm -rf %t && mkdir %t && cd %t
// RUN: rejects 1 %bpfcc %s | FileCheck %s
__attribute__((section("xdp"))) int prog(void *context) {
  // CHECK: llvm-error-assembly.c:[[@LINE+1]]:{{[0-9]+}}: error:
  asm volatile("pushq %rax");
  return 0;
}
