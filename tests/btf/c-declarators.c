// Declarations around a name: pointers, arrays and functions in each other, and qualifiers in every place.
// RUN: clang --target=bpf -g -c %s -o %t.o
// RUN: %bpfbtf dump --format=c %t.o > %t.h
// RUN: FileCheck %s < %t.h
// RUN: %bpfbtf dump %t.o | btf-as-c asserts %t.h > %t.asserts.c
// RUN: clang --target=bpf -Werror -c %t.asserts.c -o %t.o
// RUN: gcc -Werror -c %t.asserts.c -o %t.o
struct all {
  // CHECK: struct all {
  int grid[2][3]; // CHECK-NEXT: int grid[2][3];
  int *pointers[4]; // CHECK-NEXT: int *pointers[4];
  int (*row)[3]; // CHECK-NEXT: int (*row)[3];
  int (*compare)(const void *, const void *); // CHECK-NEXT: int (*compare)(const void *, const void *);
  void (*table[2])(int, ...); // CHECK-NEXT: void (*table[2])(int, ...);
  void (*nothing)(void); // CHECK-NEXT: void (*nothing)(void);
  int (*(*choose)(int))[3]; // CHECK-NEXT: int (*(*choose)(int))[3];
  void (*(*outer)(void (*)(int)))(long); // CHECK-NEXT: void (*(*outer)(void (*)(int)))(long);
  const char *text; // CHECK-NEXT: const char *text;
  char *const fixed; // CHECK-NEXT: char * const fixed;
  const volatile int *const volatile both; // CHECK-NEXT: const volatile int * const volatile both;
  int *restrict alone; // CHECK-NEXT: int * restrict alone;
  const int constants[2]; // CHECK-NEXT: const int constants[2];
  char **const *deep; // CHECK-NEXT: char ** const *deep;
  struct all *next; // CHECK-NEXT: struct all *next;
  char tail[]; // CHECK-NEXT: char tail[0];
};
struct all *all;
struct all instance;
