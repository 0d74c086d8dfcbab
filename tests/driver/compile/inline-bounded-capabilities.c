// Calls between functions ask for CAP_BPF: who loads without it gets everything inlined.
// RUN: %bpfcc --capabilities=none %s -o %t.o && llvm-objdump -d %t.o | FileCheck %s --implicit-check-not='call -0x1'
// RUN: %bpfcc --capabilities=bpf %s -o %t.o && llvm-objdump -d %t.o | FileCheck --check-prefix=CALLS %s
// RUN: %bpfcc --capabilities=sys_admin %s -o %t.o && llvm-objdump -d %t.o | FileCheck --check-prefix=CALLS %s
// RUN: not %bpfcc --kernel=6.1 --capabilities=net_admin -DAPART='__attribute__((noinline))' %s -o %t.o 2>&1 | FileCheck --check-prefix=LEFT %s
// RUN: %bpfcc --kernel=6.1 --capabilities=none --print-profile | FileCheck --check-prefix=PROFILE %s
// CHECK: <program>:
// CALLS: call -0x1
// LEFT: error: the call of 'work' was not inlined, and kernel 6.1 without CAP_BPF does not support calls between functions [-Wbpf-function-call]
// PROFILE: inline always kernel 6.1 without CAP_BPF does not support calls between functions
#ifndef APART
#define APART
#endif
static APART int work(volatile long *value, long more) {
#pragma unroll
  for (int i = 0; i != 64; ++i)
    *value += more;
  return *value;
}
__attribute__((section("socket"))) int program(unsigned *context) {
  long value = 0;
  return work(&value, context[0]) + work(&value, context[1]);
}
