// An index from the packet is not compared.
// check: value-bounds
#include <linux/bpf.h>
#include <linux/if_ether.h>
#include <linux/ip.h>
#include <linux/pkt_cls.h>
#include <bpf/bpf_helpers.h>
#include <bpf/bpf_endian.h>
#ifdef FIXED
#define BAD_OR_FIXED(bad, fixed) fixed
#else
#define BAD_OR_FIXED(bad, fixed) bad
#endif

__u64 counts[256];
SEC("xdp") int program(struct xdp_md *ctx) {
  __u32 queue = ctx->rx_queue_index;
  BAD_OR_FIXED(, if (queue >= 256) return XDP_PASS);
  counts[queue]++;
  return XDP_PASS;
}
char license[] SEC("license") = "GPL";
