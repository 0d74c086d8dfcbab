// Two structures of one name stay apart, and so does what refers to them.
// RUN: %bpfcc -c %s -DWIDE=int -o %t.one.o && %bpfcc -c %s -DWIDE=long -DSECOND -o %t.two.o
// RUN: %bpfbtf merge -o %t.btf %t.one.o %t.two.o
// RUN: %bpfbtf dump inner outer user %t.btf | FileCheck %s
// CHECK: STRUCT 'inner' size=4
// CHECK: STRUCT 'inner' size=8
// CHECK: STRUCT 'outer'
// CHECK: STRUCT 'outer'
// CHECK: STRUCT 'user'
// CHECK: STRUCT 'user'
struct inner { WIDE number; };
struct outer { struct inner *in; };
struct user { struct outer *const *out; };
#ifdef SECOND
struct user second; struct outer two; struct inner in2;
#else
struct user first; struct outer one; struct inner in1;
#endif
