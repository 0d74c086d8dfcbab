// What one object declares and another defines is what that one defines; with two definitions it stays a declaration.
// RUN: %bpfcc -c %s -o %t.declared.o && %bpfcc -c %s -DDEFINED=int -o %t.int.o && %bpfcc -c %s -DDEFINED=long -o %t.long.o
// RUN: %bpfbtf merge -o %t.btf %t.declared.o %t.int.o
// RUN: %bpfbtf dump %t.btf | FileCheck %s --implicit-check-not=FWD
// CHECK: PTR '(anon)' type_id=[[BODY:[0-9]+]]
// CHECK: [[[BODY]]] STRUCT 'hidden' size=4
// RUN: %bpfbtf merge -o %t.btf %t.declared.o %t.int.o %t.long.o
// RUN: %bpfbtf dump %t.btf | FileCheck %s --check-prefix=TWO
// TWO: FWD 'hidden'
// TWO: STRUCT 'hidden' size=4
// TWO: STRUCT 'hidden' size=8
#ifdef DEFINED
struct hidden { DEFINED number; };
static struct hidden body __attribute__((used));
#else
struct hidden;
struct hidden *pointer;
#endif
