// An index that may be past the end of a variable. Where the section goes on the kernel accepts that, and the program
// writes its neighbour: a warning.
// RUN: %bpfcc %s -o %t.o 2>&1 | FileCheck %s
// RUN: %bpfcc -Werror -DFIXED %s -o %t.o
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>
#ifdef FIXED
#define LESS <
#else
#define LESS <=
#endif
__u32 table[16], neighbour = 3;
SEC("xdp") int program(struct xdp_md *ctx) {
  __u32 index = ctx->rx_queue_index;
  if (index LESS 16)
    // CHECK: value-bounds-global.c:[[@LINE+1]]:18: warning: 'index' may be 16 as an index of 'table', whose last element is 15 [-Wbpf-value-bounds]
    table[index] = 1;
  return neighbour;
}
char license[] SEC("license") = "GPL";
// CHECK: 1 warning generated
