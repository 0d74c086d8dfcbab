// The packet is read without a comparison with its end.
// check: packet-bounds
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

SEC("xdp") int program(struct xdp_md *ctx) {
  struct ethhdr *eth = (void *)(long)ctx->data;
  void *end = (void *)(long)ctx->data_end;
  BAD_OR_FIXED((void)end, if ((void *)(eth + 1) > end) return XDP_PASS);
  return eth->h_proto == bpf_htons(ETH_P_IP) ? XDP_DROP : XDP_PASS;
}
char license[] SEC("license") = "GPL";
