// A variable index of an array on the stack.
// REQUIRES: bpf-load
// RUN: exits 1 %bpfcc -Wno-bpf -Wno-everything --verify %s -o %t.o 2>&1 | FileCheck %s
// CHECK: error: an array on the stack is used with an index that has no bound
// CHECK: note: Linux {{[0-9.]+}} rejects 'pick': invalid unbounded variable-offset read from stack
// CHECK: note: compare the index with the number of elements first, or keep the array in a map
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>
SEC("xdp") int pick(struct xdp_md *ctx)
{
  volatile char text[40];
  for (int i = 0; i < 40; i++)
    text[i] = ctx->rx_queue_index;
  return text[ctx->ingress_ifindex];
}
