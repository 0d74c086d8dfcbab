// The kernel accepts the types of several objects as one, with the data sections that are joined.
// REQUIRES: bpf-load
// RUN: %bpfcc -c %s -o %t.one.o && %bpfcc -c %s -DSECOND -o %t.two.o
// RUN: %bpfbtf merge -o %t.btf %t.one.o %t.two.o
// RUN: %unit/kernel-loads %t.btf
struct value { long number; struct value *next; };
__attribute__((section(".maps"))) struct { int (*type)[1]; int *key; struct value *value; } shared;
char license[] __attribute__((section("license"))) = "GPL";
#ifdef SECOND
struct value second = {2};
__attribute__((section("socket"))) int two(void *ctx) { return second.number; }
#else
char first = 1;
__attribute__((section("socket"))) int one(void *ctx) { return first; }
#endif
