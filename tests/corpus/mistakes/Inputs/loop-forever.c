// A loop has no bound.
// check: loop
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
  __u32 left = ctx->rx_queue_index, sum = 0;
  BAD_OR_FIXED(, left &= 15);
  while (left) {
    sum += bpf_get_prandom_u32();
    left -= 1;
  }
  return sum & 1 ? XDP_DROP : XDP_PASS;
}
char license[] SEC("license") = "GPL";
