// The frames of a chain are rounded up to 16 bytes, before Linux 6.9 to 32, an empty one too.
// RUN: %bpfcc --kernel=6.9 -Werror -c %s -o %t.o
// RUN: not %bpfcc --kernel=6.8 -c %s -o %t.o 2>&1 | FileCheck %s
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>
#define FRAME(bytes)                                                                                                   \
  char text[bytes];                                                                                                    \
  asm volatile("" : "=m"(text))
static __attribute__((noinline)) void large(void) { FRAME(240); }
static __attribute__((noinline)) void empty(void) { asm volatile(""); }
SEC("xdp") int fits(void *context) {
  FRAME(256);
  large();
  return text[0];
}
SEC("xdp") int with_large(void *context) {
  FRAME(272);
  // CHECK-DAG: error: calling 'large' needs 544 bytes of stack in 'with_large'; the kernel allows 512
  large();
  return text[0];
}
SEC("xdp") int with_empty(void *context) {
  FRAME(496);
  // CHECK-DAG: error: calling 'empty' needs 544 bytes of stack in 'with_empty'; the kernel allows 512
  empty();
  return text[0];
}
// CHECK: 2 errors generated
