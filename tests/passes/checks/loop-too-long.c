// More iterations than the verifier processes instructions.
// RUN: not %bpfcc -c %s -o %t.o 2>&1 | FileCheck %s
// RUN: %bpfcc -DTURNS=100000 -Werror -c %s -o %t.o
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>
#ifndef TURNS
#define TURNS 3000000
#endif
SEC("xdp") int program(struct xdp_md *ctx) {
  // CHECK: loop-too-long.c:[[@LINE+1]]:3: error: this loop runs 3000000 times, and the verifier processes at most 1000000 instructions [-Wbpf-loop]
  for (int i = 0; i < TURNS; ++i)
    bpf_get_prandom_u32();
  return XDP_PASS;
}
