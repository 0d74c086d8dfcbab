// noinline is obeyed: its function stays one.
// RUN: %bpfcc %s -o %t.o
// RUN: llvm-objdump -d %t.o | FileCheck %s
// CHECK: <apart>:
// CHECK: <program>:
// CHECK: call -0x1
static __attribute__((noinline)) int apart(volatile int *value) { return *value; }
__attribute__((section("xdp"))) int program(void *context) {
  int local = 1;
  return apart(&local);
}
