// A static function that LLVM by itself does not inline, and two programs that call it.
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>

volatile __u64 numbers[64];

static int large(int start) {
#pragma unroll
  for (int i = 0; i != 64; ++i)
    numbers[i] = bpf_get_prandom_u32() + start;
  return numbers[start & 63];
}

SEC("xdp") int first(struct xdp_md *context) { return large(1) + large(context->rx_queue_index); }
SEC("xdp") int second(struct xdp_md *context) { return large(2) + large(context->ingress_ifindex); }
