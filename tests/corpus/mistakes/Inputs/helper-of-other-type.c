// A helper that programs of this type cannot call.
// check: unavailable-helper
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
  __u32 word = 0;
  if (BAD_OR_FIXED(bpf_skb_load_bytes(ctx, 0, &word, 4), bpf_xdp_load_bytes(ctx, 0, &word, 4)))
    return XDP_PASS;
  return word ? XDP_DROP : XDP_PASS;
}
char license[] SEC("license") = "GPL";
