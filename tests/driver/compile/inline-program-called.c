// An entry point that another calls is not marked for inlining; it stays a program.
// RUN: %bpfcc %s -o %t.o
// RUN: llvm-readelf --symbols %t.o | FileCheck %s
// CHECK-DAG: FUNC GLOBAL {{.*}} inner
// CHECK-DAG: FUNC GLOBAL {{.*}} outer
__attribute__((section("xdp"))) int inner(void *context) { return 1; }
__attribute__((section("xdp"))) int outer(void *context) { return inner(context); }
