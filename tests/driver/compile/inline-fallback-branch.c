// Inlined everywhere a branch would not reach its target (LLVM ends the process there): compiled once more with LLVM's
// choice, with a remark.
// RUN: %bpfcc -mcpu=v3 --inline=always %s -o %t.o 2>&1 | FileCheck %s
// RUN: llvm-objdump -d %t.o | FileCheck --check-prefix=CALLS %s
// CHECK-NOT: {{error|warning}}:
// CHECK: remark: the result of --inline=always would not load: a branch is out of range; compiling again with --inline=auto
// CALLS: <long_function>:
static int long_function(void) {
  long value = 1;
  asm volatile(".rept 20000\n %0 += 1\n .endr\n" : "+r"(value));
#pragma unroll
  for (int i = 0; i != 60; ++i)
    asm volatile("%0 += 1\n" : "+r"(value));
  return value;
}
__attribute__((section("xdp"))) int program(int *context) {
  int sum = 0;
  if (*context)
    sum = long_function() + long_function();
  return sum + 1;
}
