// Globals of every kind: zeroed, initialised, constant, static, and a string.
// RUN: same-code %bpfcc %s %t
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>

const volatile __u32 limit = 10;
__u64 seen, dropped = 1;
static volatile __u16 shape[4] = {3, 1, 4, 1};

SEC("xdp") int count(struct xdp_md *context) {
  __u32 queue = context->rx_queue_index;
  seen += shape[queue & 3];
  if (seen < limit)
    return XDP_PASS;
  dropped++;
  bpf_printk("dropped on queue %u", queue);
  return XDP_DROP;
}

char License[] SEC("license") = "GPL";
