// What is contained comes first, what is pointed at is declared, also where a typedef stands between a structure and itself.
// RUN: clang --target=bpf -g -c %s -o %t.o
// RUN: %bpfbtf dump --format=c %t.o > %t.h
// RUN: FileCheck %s < %t.h
// RUN: %bpfbtf dump %t.o | btf-as-c asserts %t.h > %t.asserts.c
// RUN: clang --target=bpf -Werror -c %t.asserts.c -o %t.o
// CHECK: typedef struct node node_t;
// CHECK: struct node {
typedef struct node node_t;
struct node { node_t *next; int (*visit)(node_t *, struct visitor *); } first;
// CHECK: struct later {
// CHECK: struct sooner {
struct sooner { struct later *back; struct later { struct sooner *of; long value; } content; } sooner;
// CHECK: typedef struct {
// CHECK-NEXT: int counter;
// CHECK-NEXT: } count_t;
typedef struct { int counter; } count_t;
union either { count_t count; struct { short low, high; union { char c[3]; long l; }; } parts[2]; } either;
// CHECK: enum {
// CHECK-NEXT: SECRET = 7,
// CHECK-NEXT: } kind;
struct with { enum { SECRET = 7 } kind; enum { HUGE_ONE = 1ULL << 40 } huge; __int128 wide; _Bool flag; double d; } with;
