// A frame of more than 512 bytes is reported once, at its largest variable, and LLVM's own words are not shown.
// RUN: not %bpfcc -c %s -o %t.o 2>&1 | FileCheck %s --implicit-check-not="stack limit"
// RUN: %bpfcc -DPATH=424 -c %s -o %t.o
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>
#ifndef PATH
// CHECK: stack-size-frame.c:[[@LINE+11]]:{{[0-9]+}}: error: the stack frame of 'program' has 552 bytes; the kernel allows 512 [-Wbpf-stack-size]
// CHECK: note: 'e' takes 552 bytes
// CHECK: note: keep large data in a map
// CHECK-NEXT: 1 error generated
#define PATH 488
#endif
struct event {
  char path[PATH];
  __u64 when, who[7];
};
SEC("xdp") int program(struct xdp_md *ctx) {
  struct event e = {};
  bpf_get_current_comm(&e, sizeof e);
  return e.path[0];
}
char license[] SEC("license") = "GPL";
