// Types that several objects have are kept once, circles and all, in the order in which they are seen.
// RUN: %bpfcc -c %s -o %t.one.o && %bpfcc -c %s -DSECOND -o %t.two.o
// RUN: %bpfbtf merge -o %t.btf %t.one.o %t.two.o
// RUN: %bpfbtf dump %t.btf | FileCheck %s --implicit-check-not="STRUCT 'circle'" --implicit-check-not="INT 'int'"
// CHECK-DAG: STRUCT 'circle'
// CHECK-DAG: INT 'int'
// CHECK-DAG: VAR 'first'
// CHECK-DAG: VAR 'second'
struct circle {
  struct circle *next;
  int number;
};
#ifdef SECOND
struct circle second;
#else
struct circle first;
#endif
