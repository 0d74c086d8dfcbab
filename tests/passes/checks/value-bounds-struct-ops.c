// A program of a struct_ops is loaded only if the loader leaves its member set: nothing is reported.
// RUN: %bpfcc -Werror %s -o %t.o
// RUN: not %bpfcc -DSECTION=xdp %s -o %t.o 2>&1 | FileCheck %s
// CHECK: error: 'number' has no bound as an index of 'table'
#ifdef SECTION
#define NAME "xdp"
#else
#define NAME "struct_ops/init"
#endif
int number, table[4];
__attribute__((section(NAME))) int init(void *ctx) { return table[number]; }
char license[] __attribute__((section("license"))) = "GPL";
