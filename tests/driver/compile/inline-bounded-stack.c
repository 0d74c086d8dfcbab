// Two frames, one calling the other, are more stack than the kernel gives. As one function they share it, so that it is compiled
// again with everything inlined.
// RUN: %bpfcc -Wno-bpf-context-access -c %s -o %t.o 2>&1 | FileCheck %s
// RUN: llvm-readelf -sW %t.o | FileCheck --check-prefix=SYMBOLS %s --implicit-check-not=fill
// RUN: not %bpfcc --inline=auto -Wno-bpf-context-access -c %s -o %t.o 2>&1 | FileCheck --check-prefix=AUTO %s
// CHECK: remark: the result of --inline=bounded would not load: calling 'fill' needs {{[0-9]+}} bytes of stack in 'program'; the kernel allows 512; compiling again with --inline=always
// SYMBOLS: program
// AUTO: error: calling 'fill' needs {{[0-9]+}} bytes of stack in 'program'
volatile long state;
static long fill(long value) {
  volatile char own[300];
#pragma unroll
  for (int i = 0; i != 100; ++i)
    state += i;
  own[value & 63] = state;
  return own[1];
}
__attribute__((section("socket"))) int program(long *context) {
  long sum = 0;
  {
    volatile char bytes[300];
    bytes[*context & 63] = 1;
    sum = bytes[3];
  }
  return sum + fill(*context) + fill(*context + 1) + fill(sum);
}
