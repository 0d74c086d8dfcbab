// Bit-fields lie where they lay, also where a :0, a gap or packing moved them.
// RUN: clang --target=bpf -g -c %s -o %t.o
// RUN: %bpfbtf dump --format=c %t.o > %t.h
// RUN: FileCheck %s < %t.h
// RUN: %bpfbtf dump %t.o | btf-as-c asserts %t.h > %t.asserts.c
// RUN: clang --target=bpf -Werror -c %t.asserts.c -o %t.o
// RUN: gcc -Werror -c %t.asserts.c -o %t.o
// RUN: clang --target=bpf -g -c %s -o %t.o
// RUN: %bpfbtf dump %t.o > %t.raw
// RUN: btf-as-c variables %t.h < %t.raw > %t.variables.c
// RUN: clang --target=bpf -g -c %t.variables.c -o %t.again.o
// RUN: btf-as-c bit-fields < %t.raw | sort > %t.wanted
// RUN: %bpfbtf dump %t.again.o | btf-as-c bit-fields | sort > %t.got
// RUN: diff %t.wanted %t.got
// RUN: FileCheck %s --check-prefix=FIELDS < %t.got
// FIELDS: struct zero b 32 8

// CHECK: struct zero {
// CHECK-NEXT: unsigned int a: 8;
// CHECK-NEXT: long: 24;
// CHECK-NEXT: unsigned int b: 8;
struct zero { unsigned a : 8; unsigned : 0; unsigned b : 8; } zero;
struct mixed { unsigned char a : 3; unsigned b : 20; unsigned long long c : 40; int d : 1; _Bool e : 1; } mixed;
struct tight { unsigned a : 7; unsigned long long b : 60; short c : 9; } __attribute__((packed)) tight;
struct holes { char first; unsigned : 5; unsigned b : 6; unsigned : 20; long c : 33; char last; } holes;
enum colour { RED, GREEN = 3 };
struct coloured { enum colour of : 2; union { struct { unsigned x : 4, y : 4; }; unsigned char both; }; } coloured;
