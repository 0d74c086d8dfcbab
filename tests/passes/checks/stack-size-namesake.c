// A program that is called like its section is another function to LLVM, and the same to the user.
// RUN: not %bpfcc -c %s -o %t.o 2>&1 | FileCheck %s
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>
static __attribute__((noinline)) int inner(void) {
  char name[320];
  bpf_get_current_comm(name, sizeof name);
  return name[5];
}
SEC("xdp") int xdp(struct xdp_md *ctx) {
  char text[320];
  bpf_get_current_comm(text, sizeof text);
  // CHECK: [[@LINE+2]]:10: error: calling 'inner' needs 640 bytes of stack in 'xdp'; the kernel allows 512
  // CHECK: note: the frame of 'xdp' has 320 bytes
  return inner() + text[3];
}
// CHECK: 1 error generated
