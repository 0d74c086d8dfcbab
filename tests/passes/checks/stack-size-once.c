// A chain that is over the limit is reported at the call that goes over it, and not again at calls that it leads to.
// RUN: not %bpfcc -c %s -o %t.o 2>&1 | FileCheck %s
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>
static __attribute__((noinline)) int fill(char *text, int size) { return bpf_get_current_comm(text, size) + text[1]; }
static long each(unsigned index, void *context) {
  char text[300];
  return fill(text, sizeof text);
}
SEC("xdp") int callback(struct xdp_md *ctx) {
  char text[260];
  // CHECK-DAG: stack-size-once.c:[[@LINE+1]]:3: error: calling 'each' needs 576 bytes of stack in 'callback'
  bpf_loop(3, each, 0, 0);
  return fill(text, sizeof text);
}
// CHECK-DAG: error: the stack frame of 'frame' has
SEC("xdp") int frame(struct xdp_md *ctx) {
  char text[520];
  return fill(text, sizeof text);
}
// CHECK: 2 errors generated.
