// At -O0 a callback loads: the kernel asks for the types of its function, and accepts none of an object's types if an
// argument has no name.
// REQUIRES: bpf-load
// RUN: %bpfcc -O0 -w %s -o %t.o && kernel-takes %t.o
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>

static long count(__u32 index, void *argument) {
  *(__u32 *)argument = index;
  return 0;
}

SEC("xdp") int prog(struct xdp_md *context) {
  __u32 last = 0;
  bpf_loop(10, count, &last, 0);
  return XDP_PASS;
}
