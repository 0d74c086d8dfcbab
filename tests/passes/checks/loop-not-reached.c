// The kernel may know that the path to a loop without an end is never taken: a warning there.
// REQUIRES: bpf-load
// RUN: %bpfcc -c %s -o %t.o 2>&1 | FileCheck %s --implicit-check-not=error
// RUN: kernel-says %t.o | FileCheck %s --check-prefix=LOADS
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>
SEC("xdp") int program(struct xdp_md *ctx) {
  int slot = 0;
  // An exchange of a known value, which the kernel follows and LLVM does not.
  if (__sync_fetch_and_add(&slot, 1))
    // CHECK: loop-not-reached.c:[[@LINE+1]]:5: warning: this loop never exits
    for (;;)
      ;
  return XDP_PASS;
}
// LOADS: program: loads
