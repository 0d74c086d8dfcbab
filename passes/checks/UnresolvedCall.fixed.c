// bpfcc
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>
//- page
static inline int limit_of(__u32 address) { return address & 1; }
//- end
SEC("xdp") int program(struct xdp_md *ctx) {
  return limit_of(ctx->ingress_ifindex) ? XDP_DROP : XDP_PASS;
}
