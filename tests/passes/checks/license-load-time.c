// The kernel does not look at code that a value fixed at load time excludes, nor at what no program reaches.
// REQUIRES: bpf-load
// RUN: %bpfcc -Werror -c %s -o %t.o && kernel-says %t.o | FileCheck %s
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>
const volatile _Bool verbose = 0;
__attribute__((noinline)) int unused(int value) {
  bpf_printk("never");
  return value;
}
SEC("xdp") int program(struct xdp_md *ctx) {
  if (verbose)
    bpf_printk("only where it is asked for");
  return XDP_PASS;
}
// CHECK: program: loads
