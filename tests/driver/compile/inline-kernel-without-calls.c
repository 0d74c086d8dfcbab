// Before 4.16 the kernel accepts no calls: everything is inlined even under --inline=auto, global functions too.
// RUN: %bpfcc --kernel=4.15 --inline=auto %s -o %t.o
// RUN: llvm-objdump -d %t.o | FileCheck %s --implicit-check-not='call -0x1'
// RUN: %bpfcc --kernel=4.15 %s -o %t.o
// RUN: llvm-objdump -d %t.o | FileCheck %s --implicit-check-not='call -0x1'
// RUN: %bpfcc --kernel=4.15 --print-profile | FileCheck --check-prefix=PROFILE %s
// PROFILE: inline always kernel 4.15 with loader libbpf does not support calls between functions
// RUN: %bpfcc --kernel=4.16 --inline=auto %s -o %t.o
// RUN: llvm-objdump -d %t.o | FileCheck --check-prefix=CALLS %s
// CHECK: <program>:
// CALLS: call -0x1
int global(volatile long *value) {
#pragma unroll
  for (int i = 0; i != 200; ++i)
    *value += i;
  return *value;
}
__attribute__((section("socket"))) int program(void *context) {
  long local = 1;
  return global(&local) + global(&local);
}
