// A naked function's parameters get names, without which the kernel rejects its types.
// RUN: %bpfcc -c %s -o %t.o
// RUN: %bpfbtf dump %t.o | FileCheck %s
// CHECK: FUNC_PROTO '(anon)' ret_type_id={{[0-9]+}} vlen=2
// CHECK-NEXT: 'arg1'
// CHECK-NEXT: 'arg2'
__attribute__((naked)) int naked(void *context, int more) { asm volatile("r0 = 0; exit;"); }
