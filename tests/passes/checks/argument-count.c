// A function takes its arguments in five registers; LLVM ends the process where one reads a list of them.
// RUN: not %bpfcc %s -o %t.o 2>&1 | FileCheck %s
// CHECK: [[@LINE+1]]:1: error: 'sum' is variadic, which BPF functions cannot be [-Wbpf-argument-count]
long sum(long count, ...) {
  __builtin_va_list values;
  __builtin_va_start(values, count);
  long total = 0;
  while (count--)
    total += __builtin_va_arg(values, long);
  __builtin_va_end(values);
  return total;
}
// CHECK: note: write it as a macro, or pass an array and its length
// CHECK: [[@LINE+1]]:1: error: the arguments of 'six' need 6 registers; BPF functions have 5 [-Wbpf-argument-count]
long six(long a, long b, long c, long d, long e, long f) { return a + b + c + d + e + f; }
// CHECK: note: pass a pointer to a struct that holds them
// CHECK: 2 errors generated.
