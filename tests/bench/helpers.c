// The same with the headers that most programs include.
#include <linux/bpf.h>
#include <stdint.h>
#include <bpf/bpf_helpers.h>

SEC("xdp") int drop(struct xdp_md *context) {
  uint32_t queue = context->rx_queue_index;
  return queue ? XDP_DROP : XDP_PASS;
}

char License[] SEC("license") = "GPL";
