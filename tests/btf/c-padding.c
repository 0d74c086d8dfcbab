// A structure whose offsets C does not give by itself is packed, or padded by unnamed bit-fields.
// RUN: clang --target=bpf -g -c %s -o %t.o
// RUN: %bpfbtf dump --format=c %t.o > %t.h
// RUN: FileCheck %s < %t.h
// RUN: %bpfbtf dump %t.o | btf-as-c asserts %t.h > %t.asserts.c
// RUN: clang --target=bpf -Werror -c %t.asserts.c -o %t.o
// RUN: gcc -Werror -c %t.asserts.c -o %t.o
struct packed { char a; int b; } __attribute__((packed)) packed;
// CHECK: struct packed {
// CHECK: } __attribute__((packed));
typedef long half __attribute__((aligned(4)));
struct shifted { int a; half b; } shifted;
// CHECK: struct shifted {
// CHECK: } __attribute__((packed));
struct line { int a; } __attribute__((aligned(64)));
struct lines { struct line first; char b; struct line second; } lines;
// CHECK: struct line {
// CHECK-NEXT: int a;
// CHECK-NEXT: long: 32;
// CHECK-NEXT: long: 64;
// CHECK: struct lines {
struct gap { char a; char b __attribute__((aligned(4096))); } gap;
// CHECK: struct gap {
// CHECK-NEXT: char a;
// CHECK-NEXT: unsigned char __padding_1[4095];
// CHECK-NEXT: char b;
union wide { char a; } __attribute__((aligned(32))) wide;
// CHECK: union wide {
// CHECK: unsigned char __padding[32];
struct end { long a; char tail[]; } __attribute__((aligned(32)));
struct end end;
// CHECK: char tail[0];
// CHECK-NEXT: long: 64;
struct nothing {} nothing;
// CHECK: struct nothing {};
struct inside { char a; struct packed packed; short b; } inside;
