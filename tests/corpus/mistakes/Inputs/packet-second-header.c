// The comparison covers the first header, and the second is read.
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
  void *data = (void *)(long)ctx->data, *end = (void *)(long)ctx->data_end;
  struct ethhdr *eth = data;
  struct iphdr *ip = data + sizeof *eth;
  if (BAD_OR_FIXED((void *)(eth + 1), (void *)(ip + 1)) > end)
    return XDP_PASS;
  return ip->protocol == 17 ? XDP_DROP : XDP_PASS;
}
char license[] SEC("license") = "GPL";
