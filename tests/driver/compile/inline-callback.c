// A function whose address is taken stays one: bpf_loop() calls it from the kernel.
// RUN: %bpfcc %s -o %t.o 2>&1 | count 0
// RUN: llvm-objdump -dr %t.o | FileCheck %s
// CHECK: <step>:
// CHECK: <program>:
// CHECK: R_BPF_64_64
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>
static long step(__u32 index, void *sum) {
  *(__u64 *)sum += index;
  return 0;
}
SEC("xdp") int program(struct xdp_md *context) {
  __u64 sum = 0;
  bpf_loop(10, step, &sum, 0);
  return sum == 45 ? XDP_PASS : XDP_DROP;
}
