// Functions that are called: a static one that is not to be inlined, a global one, one that LLVM inlines.
// RUN: same-code %bpfcc %s %t
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>

volatile __u32 salt = 17;

static __u32 mixed(__u32 value) { return (value ^ value >> 15) * 0x2c1b3c6d; }

static __attribute__((noinline)) __u32 folded(const volatile __u32 *values, int number) {
  __u32 sum = 0;
  for (int i = 0; i < number && i < 8; ++i)
    sum = mixed(sum + values[i]);
  return sum;
}

__attribute__((noinline)) int chosen(__u32 hash) { return (hash + salt) % 3 ? XDP_PASS : XDP_DROP; }

SEC("xdp") int choose(struct xdp_md *context) {
  volatile __u32 values[8] = {context->rx_queue_index, context->ingress_ifindex, 3, 4, 5, 6, 7, 8};
  return chosen(folded(values, 8) + folded(values, 4));
}

char License[] SEC("license") = "GPL";
