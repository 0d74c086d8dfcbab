// Objects of two byte orders have no types in common.
// RUN: %bpfcc --endian=little -c %s -o %t.little.o && %bpfcc --endian=big -c %s -o %t.big.o
// RUN: exits 1 %bpfbtf merge -o %t.btf %t.little.o %t.big.o 2>&1 | FileCheck %s
// CHECK: error: '{{.*}}.big.o' has a different byte order than '{{.*}}.little.o'
int number;
