// A dense switch and a table of constants, which LLVM turns into tables where it may.
// RUN: same-code %bpfcc %s %t
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>

volatile __u32 state;

SEC("xdp") int machine(struct xdp_md *context) {
  static const __u8 weight[16] = {1, 2, 4, 8, 16, 32, 64, 128, 3, 6, 12, 24, 48, 96, 5, 10};
  switch (context->rx_queue_index) {
  case 0: state = 1; break;
  case 1: state += 11; break;
  case 2: state ^= 7; break;
  case 3: state = state << 3; break;
  case 4: state -= 5; break;
  case 5: state *= 9; break;
  case 6: state |= 64; break;
  case 7: state &= 255; break;
  default: return XDP_ABORTED;
  }
  return weight[state & 15] > 9 ? XDP_PASS : XDP_DROP;
}

char License[] SEC("license") = "GPL";
