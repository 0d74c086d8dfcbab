// Data sections of one name become one, the second behind the first, and what both have is there once.
// RUN: %bpfcc -c %s -o %t.one.o && %bpfcc -c %s -DSECOND -o %t.two.o
// RUN: %bpfbtf merge -o %t.btf %t.one.o %t.two.o
// RUN: %bpfbtf dump .data %t.btf | FileCheck %s
// CHECK: DATASEC '.data' size=28 vlen=3
// CHECK-NEXT: offset=0 size=8 (VAR 'both')
// CHECK-NEXT: offset=8 size=4 (VAR 'first')
// CHECK-NEXT: offset=24 size=4 (VAR 'second')
long both = 1;
#ifdef SECOND
int second = 2;
#else
int first = 2;
#endif
