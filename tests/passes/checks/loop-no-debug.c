// Without debug information the function is named where the line is not known.
// RUN: not %bpfcc -g0 --kernel=5.2 -c %s -o %t.o 2>&1 | FileCheck %s
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>
SEC("xdp") int program(struct xdp_md *ctx) {
  // CHECK: loop-no-debug.c:[[@LINE+1]]:3: error: this loop was not unrolled
  for (int i = 0; i < 300; ++i)
    bpf_get_prandom_u32();
  return XDP_PASS;
}
