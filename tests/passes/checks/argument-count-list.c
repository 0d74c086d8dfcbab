// A list of arguments from a caller cannot be read either.
// RUN: not %bpfcc %s -o %t.o 2>&1 | FileCheck %s
long next(__builtin_va_list list) {
  // CHECK: [[@LINE+1]]:10: error: BPF does not support variable argument lists [-Wbpf-argument-count]
  return __builtin_va_arg(list, long);
  // CHECK: note: pass an array and its length
}
// CHECK: 1 error generated.
