// Inlined everywhere this is more than the 4096 instructions of kernels before 5.2: it is compiled once more with LLVM's
// choice, and a remark says so. A kernel that takes more gets it inlined.
// RUN: %bpfcc --inline=always --kernel=5.1 %s -o %t.o 2>&1 | FileCheck %s
// RUN: llvm-objdump -d %t.o | FileCheck --check-prefix=CALLS %s
// RUN: %bpfcc --inline=always --kernel=5.2 %s -o %t.o 2>&1 | count 0
// CHECK-NOT: {{error|warning}}:
// CHECK: remark: the result of --inline=always would not load: 'program' has {{[4-9][0-9][0-9][0-9]}} instructions; compiling again with --inline=auto
// CALLS: <long_function>:
// CALLS: call -0x1
static int long_function(volatile long *value) {
#pragma unroll
  for (int i = 0; i != 500; ++i)
    *value += i;
  return *value;
}
__attribute__((section("xdp"))) int program(void *context) {
  volatile long local = 1;
  return long_function(&local) + long_function(&local) + long_function(&local) + long_function(&local);
}
