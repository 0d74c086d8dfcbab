// The frames of a chain of calls are added up, each rounded as the kernel does: 256 and 256 fit, 257 and 256 do not.
// REQUIRES: bpf-load
// RUN: not %bpfcc -DSIZE=257 -c %s -o %t.o 2>&1 | FileCheck %s
// RUN: %bpfcc -DSIZE=257 -c %s -o %t.o -Wno-error=bpf-stack-size 2>&1 | FileCheck %s --check-prefix=WARNING
// RUN: kernel-says %t.o | FileCheck %s --check-prefix=REJECTED
// RUN: %bpfcc -Werror -DSIZE=256 -c %s -o %t.o
// RUN: kernel-says %t.o | FileCheck %s --check-prefix=LOADS
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>
static __attribute__((noinline)) int inner(long first) {
  char name[256] = {};
  name[0] = first;
  bpf_get_current_comm(name, sizeof name);
  return name[5];
}
SEC("xdp") int program(struct xdp_md *ctx) {
  char text[SIZE] = {};
  bpf_get_current_comm(text, sizeof text);
  // CHECK: stack-size-sum.c:[[@LINE+2]]:10: error: calling 'inner' needs 528 bytes of stack in 'program'; the kernel allows 512
  // WARNING: warning: calling 'inner' needs
  return inner(text[0]) + text[1];
}
char license[] SEC("license") = "GPL";
// CHECK: note: the frame of 'program' has 264 bytes
// CHECK: note: 'text' takes 257 of them
// CHECK: note: the frame of 'inner' has 256 bytes
// REJECTED: program: rejected: combined stack size of 2 calls is 528
// LOADS: program: loads
