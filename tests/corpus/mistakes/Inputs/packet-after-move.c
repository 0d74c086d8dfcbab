// A packet pointer is used after the packet moved.
// check: stale-packet-pointer
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
  __u8 *data = (void *)(long)ctx->data, *end = (void *)(long)ctx->data_end;
  if (data + 14 > end || bpf_xdp_adjust_head(ctx, 4))
    return XDP_PASS;
#ifdef FIXED
  data = (void *)(long)ctx->data;
  end = (void *)(long)ctx->data_end;
  if (data + 14 > end)
    return XDP_PASS;
#endif
  return data[0] & 1 ? XDP_DROP : XDP_PASS;
}
char license[] SEC("license") = "GPL";
